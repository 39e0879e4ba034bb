import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds in how places answer. */
export const findingsOfAnswers: Dictionary['findingsOfAnswers'] = {
  'endpoint-port': three(
    '{what} está en el puerto {port}.',
    'WordPress solo envía a 80, 443 y 8080.',
    'Sírvelo en uno de ellos; un proxy lo hace.',
  ),
  'endpoint-scheme': three(
    '{what} es http simple, y la página es https.',
    'Lo que se envía se puede leer y cambiar por el camino, y una redirección a https convierte en WordPress un POST en un GET.',
    'Nombra la dirección https.',
  ),
  'endpoint-elsewhere': three(
    '{what} no es de este Hearback, que está en {other}.',
    'Lo que se envía ahí no llega aquí.',
    'Nombra el punto de acceso que muestra la página del sitio en el escritorio, o déjalo así si es lo que quieres.',
  ),
  'endpoint-redirects': three(
    '{what} redirige a {other}.',
    'WordPress vuelve a pedir con GET, y la mayoría de los clientes no sigue en absoluto.',
    'Nombra en la página la dirección final.',
  ),
  'endpoint-slow': three(
    '{what} tardó {seconds} segundos en responder.',
    'Los remitentes esperan unos 5 segundos.',
    'Responde primero y verifica después.',
  ),
  'endpoint-slow.pingback': three(
    '{what} tardó {seconds} segundos en responder.',
    'WordPress espera 3 segundos, lo toma por un fallo, y no vuelve.',
    'Responde primero y verifica después.',
  ),
  'endpoint-password': three(
    '{what} pide un nombre y una contraseña (HTTP 401).',
    'Los remitentes no tienen.',
    'Quita la contraseña de esta dirección: una regla para todo el sitio, o para una carpeta, también la cubre.',
  ),
  'endpoint-blocks': three(
    '{what} responde HTTP {status}.',
    'Deja fuera a los remitentes, que son programas que no conoce y que no tienen contraseña.',
    'Haz para él una excepción en el cortafuegos, la protección contra bots o el complemento de seguridad.',
  ),
  'endpoint-missing': three(
    '{what} responde HTTP {status}.',
    'Ahí no hay nada, así que cada aviso se pierde.',
    'Nombra la dirección correcta, o quítala de la página.',
  ),
  'endpoint-no-post': three(
    '{what} responde HTTP {status} a POST.',
    'Los avisos se envían con POST.',
    'Deja pasar POST: un proxy o un alojamiento de archivos puede pararlo.',
  ),
  'endpoint-failing': three('{what} responde HTTP {status}.', 'Está averiado.', 'Mira su registro.'),
  'reply-not-xml': three(
    '{what} responde con algo que no es XML-RPC (HTTP {status}).',
    'Todo cliente lo toma por un fallo.',
    'Mira qué responde ahí: una página de un cortafuegos, un error de PHP, una portada.',
  ),
  'reply-status': three(
    '{what} responde HTTP {status} con su resultado.',
    'XML-RPC quiere 200 también para los fallos; WordPress y Python no leen otro.',
    'Envía 200.',
  ),
  'reply-type': three(
    '{what} llama a su respuesta {type}.',
    'Los clientes de Ruby y PEAR rechazan lo que no es `text/xml`.',
    'Envía `Content-Type: text/xml`.',
  ),
  'reply-type.none': three(
    '{what} no dice de qué tipo es su respuesta.',
    'Los clientes de Ruby y PEAR rechazan lo que no es `text/xml`.',
    'Envía `Content-Type: text/xml`.',
  ),
  'reply-bom': three(
    '{what} empieza su respuesta con una marca de orden de bytes.',
    'WordPress no puede leerla y la toma por un fallo.',
    'Guarda los archivos del servidor, también su configuración, como UTF-8 sin marca.',
  ),
  'reply-blank': three(
    '{what} empieza su respuesta con espacio vacío.',
    'Delante de una declaración XML hace ilegible la respuesta para clientes estrictos.',
    'Busca líneas vacías después de `?>` en los archivos de PHP.',
  ),
  'reply-declaration': three(
    '{what} responde sin declaración XML.',
    'Algunos clientes piden una.',
    'Empieza con `<?xml version="1.0"?>`.',
  ),
  'reply-length': three(
    '{what} no dice cuánto mide su respuesta.',
    'Los clientes no distinguen una respuesta entera de una cortada, y los antiguos no leen ninguna.',
    'Envía `Content-Length`.',
  ),
  'endpoint-no-pingback': three(
    '{what} no conoce `pingback.ping` (fault -32601).',
    'Nadie puede avisarte de nada.',
    'Activa ahí los pingbacks, o quita el punto de acceso de la página.',
  ),
  'endpoint-misreads': three(
    '{what} no entiende una llamada sencilla (fault {status}).',
    'Algo cambia o pierde el contenido por el camino.',
    'Mira el proxy y el cortafuegos que tiene delante.',
  ),
  'reply-fault': three(
    '{what} no da su código de fallo como int.',
    'WordPress no ve entonces que un enlace ya está registrado, y lo envía cada vez.',
    'Escribe `<int>48</int>`.',
  ),
  certificate: three(
    '{what} está detrás de un certificado en el que no se confía: {reason}.',
    'Todo remitente que comprueba certificados, WordPress entre ellos, se detiene ahí.',
    'Renueva el certificado, con toda su cadena y para ese mismo nombre.',
  ),
  'page-private': three(
    '{what} está donde no entra nadie de fuera: {reason}.',
    'Los remitentes no preguntan a direcciones privadas, direcciones desnudas ni puertos inusuales.',
    'Dale un nombre público en el puerto 443 u 80. Para una red cerrada tuya, ábrela con `--allow-network`.',
  ),
  'page-redirects': three(
    '{what} redirige de un modo que no se sigue: {reason}.',
    'Lo que se envía no se lleva a otro servidor, y los bucles no tienen fin.',
    'Nombra la dirección final.',
  ),
  'page-slow.late': three(
    '{what} no respondió a tiempo: {reason}.',
    'WordPress espera 2 segundos a una página y 3 a un punto de acceso, y no vuelve.',
    'Averigua qué tarda tanto; una caché delante de la página ayuda.',
  ),
  'page-broken': three(
    '{what} responde con algo que no es HTTP correcto: {reason}.',
    'Los clientes estrictos descartan la respuesta entera.',
    'Mira qué escribe las cabeceras: una línea plegada, una longitud errónea, una codificación que nadie pidió.',
  ),
  unreachable: three(
    '{what} no se pudo alcanzar: {reason}.',
    'Nadie puede preguntarle.',
    'Mira el servidor de nombres, el cortafuegos y si el servidor funciona.',
  ),
  'reply-noise': three(
    '{what} escribe algo antes de su respuesta: «{given}».',
    'Los clientes estrictos, WordPress entre ellos, no pueden leerla y la toman por un fallo.',
    'Busca avisos de PHP, y apaga su visualización (`display_errors`); su sitio es un registro.',
  ),
  'reply-cut': three(
    '{what} responde con XML que no tiene fin.',
    'Todo cliente toma por un fallo una respuesta cortada.',
    'Mira qué la termina: un error a la mitad, o un límite del proxy.',
  ),
  'reply-wide': three(
    '{what} responde en {encoding}.',
    'Los clientes estrictos no pueden leerlo, porque PHP, en el que están escritos casi todos, solo conoce UTF-8 y Latin-1: WordPress lo toma por un fallo.',
    'Escribe la respuesta en UTF-8.',
  ),
  'reply-empty': three(
    '{what} responde con un `methodResponse` que no contiene nada.',
    'Los clientes estrictos no pueden leerlo, porque una respuesta es `params` o `fault`, y lo toman por un fallo.',
    'Mira qué escribe la respuesta; una biblioteca de XML-RPC la escribe bien.',
  ),
  'reply-malformed': three(
    '{what} responde con XML que no es XML-RPC bien formado: {reason}.',
    'Los clientes estrictos no pueden leerlo y lo toman por un fallo.',
    'Mira qué escribe la respuesta y qué la cambia por el camino; una biblioteca de XML-RPC la escribe bien.',
  ),
};
