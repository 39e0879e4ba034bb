import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds on pages that others link to. */
export const findingsOfPages: Dictionary['findingsOfPages'] = {
  redirect: three(
    'La página redirige a {url}.',
    'WordPress no sigue redirecciones para las cabeceras de una página, y solo encuentra lo que nombra el HTML.',
    'Haz que enlacen a esa dirección, o sirve la página donde la enlazan.',
  ),
  'page-slow': three(
    'La página tardó {seconds} segundos en llegar.',
    'WordPress la espera 2 segundos, y después no te avisa.',
    'Hazla más rápida; una caché delante ayuda.',
  ),
  compressed: three(
    'La página llega comprimida ({coding}) a quien no pide compresión.',
    'Los clientes sencillos no pueden leerla, y no encuentran ningún punto de acceso en su HTML.',
    'Haz que el servidor se guíe por `Accept-Encoding`, y envía `Vary: Accept-Encoding`.',
  ),
  canonical: three(
    'La página dice que su dirección es {url}.',
    'Quien comparte esa dirección enlaza otra página que esta, y las menciones se cuentan aparte.',
    'Da a la página la dirección en la que está publicada, o corrige el enlace canónico.',
  ),
  declined: three(
    'La página pide que no se le avise por {protocols} (sus palabras para robots).',
    'Hearback y otros hacen lo que dice.',
    'Quita `nolinkback` y similares del elemento meta o de la cabecera de robots.',
  ),
  blocked: three(
    'La página responde HTTP {status} a un programa que no conoce.',
    'Los remitentes son programas así: se los deja fuera como robots, y no pueden leer dónde quieres que se te avise.',
    'Déjales ver las páginas públicas: haz una excepción en el cortafuegos o en la protección contra bots.',
  ),
  status: three(
    'La página responde HTTP {status}.',
    'Los remitentes buscan un punto de acceso en páginas que existen.',
    'Arregla el servidor.',
  ),
  'status.missing': three(
    'La página responde HTTP {status}.',
    'Los remitentes buscan un punto de acceso en páginas que existen.',
    'Publícala, o haz que su dirección lleve a la que tiene ahora.',
  ),
  unreadable: three(
    'La página no se puede leer: su lector no llegó al final.',
    'Remitentes y receptores abandonan una página así.',
    'Simplifica su HTML: menos elementos unos dentro de otros, ningún atributo sin fin.',
  ),
  'not-advertised': three(
    'Ni las cabeceras ni el HTML de la página nombran un punto de acceso.',
    'Nadie puede avisarte de enlaces a ella.',
    'Pon en la cabecera de cada página las líneas que muestra la página del sitio en el escritorio.',
  ),
  'webmention-hidden': three(
    'El único enlace a un punto de acceso Webmention está en un comentario, un script o un ejemplo.',
    'Nadie que lea HTML lo ve.',
    'Pon en la cabecera de cada página las líneas que muestra la página del sitio en el escritorio.',
  ),
  'protocol-off': three(
    'La página nombra un punto de acceso para {protocol}, que su sitio no acepta.',
    'Tales avisos se rechazan (fault 33, HTTP 400).',
    'Actívalo en los ajustes del sitio, o quita el punto de acceso de la página.',
  ),
  'no-map': three(
    'No hay lista de las páginas de {site}.',
    'Cualquier dirección del sitio se acepta como destino, también de páginas que nunca existieron.',
    'Nombra el canal o el mapa del sitio en sus ajustes.',
  ),
  'not-on-map': three(
    'La página no está en la lista de su sitio, que se lee del canal o del mapa.',
    'Los avisos sobre ella se rechazan (fault 33, HTTP 400).',
    'Ponla en el mapa del sitio; la lista se vuelve a leer cada hora y cuando se anuncia una página.',
  ),
  gone: three(
    'Se sabe que la página ya no existe.',
    'Los avisos sobre ella se rechazan (fault 32, HTTP 400).',
    'Si ha vuelto, anúnciala o espera a la próxima lectura del mapa del sitio.',
  ),
  closed: three(
    'No se aceptan menciones para la página: {reason}.',
    'Los avisos sobre ella se rechazan (fault 33, HTTP 400).',
    'Cambia los ajustes del sitio.',
  ),
  'closed.page': three(
    'No se aceptan menciones para la página: {reason}.',
    'Los avisos sobre ella se rechazan (fault 33, HTTP 400).',
    'Cambia los ajustes del sitio, o el interruptor de la página en su lista de páginas.',
  ),
  'receiving-off': three(
    'La recepción está apagada para {site}.',
    'Los avisos sobre cualquiera de sus páginas se rechazan (fault 33, HTTP 400).',
    'Actívala en los ajustes del sitio.',
  ),
  challenge: three(
    'La página responde a un programa con una pregunta para personas, como un desafío o un captcha.',
    'Los remitentes son programas: no pueden responderla, y nunca ven dónde quieres que se te avise.',
    'Haz una excepción para las páginas públicas en la protección contra bots.',
  ),
  'sent-on': three(
    'La página manda por sí misma a sus lectores a {url} (refresh).',
    'Los programas se quedan en esta página, y las personas ven otra: lo que enlaza aquí se cuenta aparte.',
    'Haz que redirija el servidor, o que se enlace la otra página.',
  ),
  'log-in': three(
    'La página pide iniciar sesión antes de poder leerla.',
    'Los remitentes son programas: no tienen contraseña, y nunca ven dónde quieres que se te avise.',
    'Deja leer las páginas públicas sin iniciar sesión, o no esperes menciones de esta.',
  ),
  'port.target': three(
    'La página está en el puerto {port}.',
    'WordPress solo avisa a páginas en 80, 443 y 8080.',
    'Sírvela en uno de ellos.',
  ),
  'front-page': three(
    'La página es la portada de su servidor.',
    'WordPress no avisa a ninguna portada a la que se enlaza sin ruta.',
    'Para saber de sus enlaces, acepta también Webmention, o haz que enlacen a una página con ruta.',
  ),
};
