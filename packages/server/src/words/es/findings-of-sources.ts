import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds on pages that link to others. */
export const findingsOfSources: Dictionary['findingsOfSources'] = {
  'redirect.source': three(
    'La página redirige a {url}.',
    'WordPress no sigue redirecciones de un origen.',
    'Enlaza esa dirección y anúnciala.',
  ),
  refresh: three(
    'La página manda a sus lectores a {url} (refresh).',
    'Así que no es una página de la que avisar.',
    'Enlaza esa página y anúnciala.',
  ),
  'status.source': three(
    'La página responde HTTP {status}.',
    'Solo una que responde 200 se toma por origen.',
    'Publícala, o anuncia la dirección que tiene ahora.',
  ),
  type: three('La página es {type} y no HTML.', 'Los enlaces se buscan en HTML.', 'Sírvela como `text/html`.'),
  'type.none': three(
    'La página no dice de qué tipo es.',
    'Los enlaces se buscan en HTML.',
    'Sírvela como `text/html`.',
  ),
  port: three(
    'La página está en el puerto {port}.',
    'WordPress solo toma orígenes en 80, 443 y 8080.',
    'Sírvela en uno de ellos.',
  ),
  address: three(
    'La página está en una dirección desnuda.',
    'La mayoría de los receptores solo toma nombres.',
    'Dale un nombre.',
  ),
  'title-late': three(
    'El título viene después de 150 KB.',
    'WordPress rechaza una página así (fault 32).',
    'Ponlo arriba.',
  ),
  'title-attributes': three(
    'El elemento de título tiene atributos.',
    'WordPress rechaza una página así (fault 32).',
    'Quítalos.',
  ),
  'title-missing': three('La página no tiene título.', 'WordPress rechaza una página así (fault 32).', 'Dale uno.'),
  large: three(
    'La página tiene más de 1 MiB.',
    'Nadie busca enlaces después de eso.',
    'Hazla más pequeña, o haz que sus enlaces vengan pronto.',
  ),
  'no-pingback': three(
    'La página no nombra ningún punto de acceso Pingback propio.',
    'Typecho rechaza tales orígenes.',
    'Añade `<link rel="pingback" href="…">`.',
  ),
  noindex: three(
    'La página pide no ser indexada (noindex).',
    'Algunos lo toman por no ser pública.',
    'Quítalo donde la página se pueda encontrar.',
  ),
  'noindex.after': three(
    'La página da una fecha a partir de la cual no se la debe encontrar (`unavailable_after`), y ya ha pasado.',
    'Desde entonces significa noindex, y algunos la toman por no ser pública.',
    'Quita la fecha donde la página se pueda encontrar.',
  ),
  'no-links': three(
    'El contenido de la página no enlaza a nadie más.',
    'Así que no hay a quién avisar.',
    'Si debería, pon los enlaces en el artículo y no en la navegación.',
  ),
  'link-late': three(
    'Algunos enlaces vienen después de 150 KB: {links}.',
    'WordPress no mira ahí.',
    'Sube el artículo, o saca de la página los scripts y estilos largos.',
  ),
  'link-ampersand': three(
    'En algunos enlaces `&` no está escrito `&amp;`: {links}.',
    'WordPress no los encuentra.',
    'Escribe `&amp;`.',
  ),
  'link-shape': three(
    'WordPress no encontraría algunos enlaces: {links}.',
    'Busca un `<a>` en minúsculas cuya dirección esté escrita entera, con texto y sin imagen, título ni párrafo dentro.',
    'Da a esos enlaces esa forma.',
  ),
};
