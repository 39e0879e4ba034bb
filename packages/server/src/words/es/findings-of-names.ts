import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds in how a page names its endpoints. */
export const findingsOfNames: Dictionary['findingsOfNames'] = {
  'head-slow': three(
    'La respuesta a `HEAD` tardó {seconds} segundos.',
    'WordPress pregunta eso primero, espera 2 segundos, y después no te avisa.',
    'Responde a `HEAD` desde la misma caché que a `GET`.',
  ),
  'head-lacks': three(
    'La cabecera `X-Pingback` viene con `GET` y no con `HEAD` ({answer}).',
    'WordPress lee la cabecera solo ahí, y tiene que traer toda la página por la etiqueta.',
    'Envía la cabecera con ambos.',
  ),
  'head-lacks.untagged': three(
    'La cabecera `X-Pingback` viene con `GET` y no con `HEAD` ({answer}).',
    'WordPress lee la cabecera solo ahí, tampoco encuentra etiqueta, y no te avisa.',
    'Envía la cabecera con ambos.',
  ),
  'head-differs': three(
    '`HEAD` nombra {other} para pingbacks y `GET` {url}.',
    'WordPress se guía por `HEAD` y otros por `GET`.',
    'Haz que ambos nombren la misma dirección.',
  ),
  'x-pingback-twice': three(
    'La página tiene {many} cabeceras `X-Pingback`.',
    'Pingback permite una, y WordPress no puede seguir con dos.',
    'Quita una: a menudo la ponen tanto el tema como el servidor.',
  ),
  'pingback-differs': three(
    'La cabecera `X-Pingback` nombra {url} y el HTML {other}.',
    'Los clientes que leen solo uno de los dos envían a lugares distintos.',
    'Haz que ambos nombren la misma dirección.',
  ),
  'link-pingback': three(
    'Una cabecera `Link` nombra el punto de acceso Pingback.',
    'Pingback no tiene tal cabecera, así que nadie mira ahí.',
    'Envía `X-Pingback: URL` en su lugar.',
  ),
  'x-pingback-empty': three(
    'La cabecera `X-Pingback` está vacía.',
    'Los clientes se guían por la cabecera cuando la hay, y no tienen adónde enviar.',
    'Dale la dirección del punto de acceso, o déjala fuera.',
  ),
  'x-pingback-relative': three(
    'La cabecera `X-Pingback` «{given}» no es una dirección completa.',
    'Pingback no resuelve nada, así que los clientes abandonan la página.',
    'Escríbela entera, con `https://` y el servidor.',
  ),
  'tag-hidden': three(
    'El único `<link rel="pingback">` está en un comentario, un script o un ejemplo: {given}.',
    'Los clientes sencillos lo toman, y los que leen HTML no lo ven.',
    'Pon uno de verdad en la cabecera, y quita la palabra del comentario.',
  ),
  'tag-empty': three(
    'La etiqueta nombra «{given}», que no es una dirección completa.',
    'Pingback no resuelve nada, así que la mayoría de los clientes no tiene adónde enviar.',
    'Escribe `<link rel="pingback" href="URL">` al principio de la cabecera: este orden, estas comillas, nada más dentro.',
  ),
  'tag-decoy': three(
    'Un comentario, script o ejemplo nombra {given} antes de que el HTML nombre {url}.',
    'Los clientes que siguen el patrón de Pingback toman el primero que ven, esté donde esté.',
    'Quita el otro de la página.',
  ),
  'tag-late': three(
    'La etiqueta viene después de {many} KB.',
    'Los clientes miran el principio de una página: algunos 5 KB, algunos 150 KB.',
    'Ponla arriba del todo en la cabecera.',
  ),
  'tag-references': three(
    'La dirección de la etiqueta está escrita con una referencia de carácter: {given}.',
    'WordPress envía a ella tal como está escrita, y otros conocen solo cuatro referencias.',
    'Da al punto de acceso una dirección sin `&`.',
  ),
  'tag-wordpress': three(
    'WordPress lee «{given}» donde la etiqueta nombra {url}.',
    'Busca `rel="pingback"`, letra por letra, y toma el siguiente `href`.',
    'Escribe `<link rel="pingback" href="URL">` al principio de la cabecera: este orden, estas comillas, nada más dentro.',
  ),
  'tag-wordpress.unseen': three(
    'WordPress no encuentra la etiqueta.',
    'Busca `rel="pingback"`, letra por letra, y toma el siguiente `href`.',
    'Escribe `<link rel="pingback" href="URL">` al principio de la cabecera: este orden, estas comillas, nada más dentro.',
  ),
  'tag-shape': three(
    'La etiqueta no tiene la forma que quiere Pingback.',
    'Los clientes que siguen el patrón de la especificación no la ven.',
    'Escribe `<link rel="pingback" href="URL">` al principio de la cabecera: este orden, estas comillas, nada más dentro.',
  ),
  'link-header': three(
    'La cabecera `Link` no se puede leer: {given}.',
    'Los remitentes que solo leen cabeceras no encuentran ningún punto de acceso.',
    'Envía `Link: <URL>; rel="webmention"` con la dirección entera, o escribe `<link rel="webmention" href="URL">`.',
  ),
  'link-header.only': three(
    'La cabecera `Link` no se puede leer: {given}.',
    'Su dirección debe ir entre paréntesis angulares, y su `rel` entre comillas dobles o sin comillas.',
    'Envía `Link: <URL>; rel="webmention"` con la dirección entera, o escribe `<link rel="webmention" href="URL">`.',
  ),
  'link-quotes': three(
    'La cabecera `Link` no tiene `rel="webmention"` en esta forma: {given}.',
    'Los remitentes sencillos, Ghost entre ellos, buscan esas mismas letras.',
    'Envía `Link: <URL>; rel="webmention"` con la dirección entera, o escribe `<link rel="webmention" href="URL">`.',
  ),
  'webmention-empty': three(
    'La página se nombra a sí misma como punto de acceso Webmention (una dirección vacía).',
    'La norma lo permite, los remitentes sencillos lo toman por ninguno, y una página de archivos no puede recibir un formulario.',
    'Envía `Link: <URL>; rel="webmention"` con la dirección entera, o escribe `<link rel="webmention" href="URL">`.',
  ),
  'webmention-relative': three(
    'El punto de acceso Webmention se nombra con una parte de su dirección: {given}.',
    'La norma lo permite; Ghost y otros remitentes sencillos solo toman direcciones enteras.',
    'Envía `Link: <URL>; rel="webmention"` con la dirección entera, o escribe `<link rel="webmention" href="URL">`.',
  ),
  'webmention-differs': three(
    'La cabecera `Link` nombra {url} y el HTML {other}.',
    'Los remitentes que leen solo uno de los dos envían a lugares distintos.',
    'Haz que ambos nombren la misma dirección.',
  ),
  'head-fails': three(
    'La página no responde a `HEAD`: {reason}.',
    'WordPress pregunta eso primero; si falla, no pide la página misma y no te avisa.',
    'Haz que el servidor responda a `HEAD` como a `GET`; un cortafuegos o un proxy puede cortarlo.',
  ),
  'head-type': three(
    'La respuesta a HEAD es del tipo {type}.',
    'WordPress ya no pregunta más, y no ve la etiqueta.',
    'Envía `Content-Type: text/html` también con HEAD, o una cabecera `X-Pingback`.',
  ),
};
