import { three } from '../three.ts';

/** What the doctor finds in how a page names its endpoints. */
export const findingsOfNames = {
  'head-slow': three(
    'The answer to `HEAD` took {seconds} seconds.',
    'WordPress asks that first, waits 2 seconds, and then does not tell you.',
    'Answer `HEAD` from the same cache as `GET`.',
  ),
  'head-lacks': three(
    'The `X-Pingback` header comes with `GET` and not with `HEAD` ({answer}).',
    'WordPress reads the header there only, and has to fetch the whole page for the tag.',
    'Send the header with both.',
  ),
  'head-lacks.untagged': three(
    'The `X-Pingback` header comes with `GET` and not with `HEAD` ({answer}).',
    'WordPress reads the header there only, finds no tag either, and does not tell you.',
    'Send the header with both.',
  ),
  'head-differs': three(
    '`HEAD` names {other} for pingbacks and `GET` {url}.',
    'WordPress goes by `HEAD` and others by `GET`.',
    'Let both name the same address.',
  ),
  'x-pingback-twice': three(
    'The page has {many} `X-Pingback` headers.',
    'Pingback allows one, and WordPress cannot go on with two.',
    'Take out one: often both the theme and the server set it.',
  ),
  'pingback-differs': three(
    'The `X-Pingback` header names {url} and the markup {other}.',
    'Clients that read only one of the two send to different places.',
    'Let both name the same address.',
  ),
  'link-pingback': three(
    'A `Link` header names the pingback endpoint.',
    'Pingback has no such header, so nobody looks there.',
    'Send `X-Pingback: URL` instead.',
  ),
  'x-pingback-empty': three(
    'The `X-Pingback` header is empty.',
    'Clients go by the header when there is one, and have nothing to send to.',
    'Give it the address of the endpoint, or leave it out.',
  ),
  'x-pingback-relative': three(
    'The `X-Pingback` header “{given}” is no absolute address.',
    'Pingback resolves nothing, so clients give the page up.',
    'Write it in full, with `https://` and the host.',
  ),
  'tag-hidden': three(
    'The only `<link rel="pingback">` stands in a comment, a script or a sample: {given}.',
    'Simple clients take it, and those that read HTML do not see it.',
    'Put a real one into the head, and take the word out of the comment.',
  ),
  'tag-empty': three(
    'The tag names “{given}”, which is no absolute address.',
    'Pingback resolves nothing, so most clients have nothing to send to.',
    'Write `<link rel="pingback" href="URL">` early in the head: this order, these quotes, nothing else in it.',
  ),
  'tag-decoy': three(
    'A comment, script or sample names {given} before the markup names {url}.',
    'Clients that go by the pattern of Pingback take the first one that they see, wherever it stands.',
    'Take the other one out of the page.',
  ),
  'tag-late': three(
    'The tag comes after {many} KB.',
    'Clients look at the beginning of a page: some at 5 KB, some at 150 KB.',
    'Move it to the top of the head.',
  ),
  'tag-references': three(
    'The address in the tag is written with a character reference: {given}.',
    'WordPress sends to it as it is written, and others know four references only.',
    'Give the endpoint an address without `&`.',
  ),
  'tag-wordpress': three(
    'WordPress reads “{given}” where the tag names {url}.',
    'It looks for `rel="pingback"`, letter by letter, and takes the next `href` behind it.',
    'Write `<link rel="pingback" href="URL">` early in the head: this order, these quotes, nothing else in it.',
  ),
  'tag-wordpress.unseen': three(
    'WordPress does not find the tag.',
    'It looks for `rel="pingback"`, letter by letter, and takes the next `href` behind it.',
    'Write `<link rel="pingback" href="URL">` early in the head: this order, these quotes, nothing else in it.',
  ),
  'tag-shape': three(
    'The tag does not have the form that Pingback wants.',
    'Clients that go by the pattern of the specification do not see it.',
    'Write `<link rel="pingback" href="URL">` early in the head: this order, these quotes, nothing else in it.',
  ),
  'link-header': three(
    'The `Link` header cannot be read: {given}.',
    'Senders that read headers only find no endpoint.',
    'Send `Link: <URL>; rel="webmention"` with the whole address, or write `<link rel="webmention" href="URL">`.',
  ),
  'link-header.only': three(
    'The `Link` header cannot be read: {given}.',
    'Its address has to stand in angle brackets, and its `rel` in double quotes or in none.',
    'Send `Link: <URL>; rel="webmention"` with the whole address, or write `<link rel="webmention" href="URL">`.',
  ),
  'link-quotes': three(
    'The `Link` header does not have `rel="webmention"` in this form: {given}.',
    'Simple senders, Ghost among them, look for those very letters.',
    'Send `Link: <URL>; rel="webmention"` with the whole address, or write `<link rel="webmention" href="URL">`.',
  ),
  'webmention-empty': three(
    'The page names itself as its webmention endpoint (an empty address).',
    'The standard allows it, simple senders take it for none, and a page of files cannot take a form.',
    'Send `Link: <URL>; rel="webmention"` with the whole address, or write `<link rel="webmention" href="URL">`.',
  ),
  'webmention-relative': three(
    'The webmention endpoint is named by a part of its address: {given}.',
    'The standard allows it; Ghost and other simple senders take whole addresses only.',
    'Send `Link: <URL>; rel="webmention"` with the whole address, or write `<link rel="webmention" href="URL">`.',
  ),
  'webmention-differs': three(
    'The `Link` header names {url} and the markup {other}.',
    'Senders that read only one of the two send to different places.',
    'Let both name the same address.',
  ),
  'head-fails': three(
    'The page does not answer `HEAD`: {reason}.',
    'WordPress asks that first, and when it fails does not ask for the page itself and does not tell you.',
    'Let the server answer `HEAD` as it answers `GET`; a firewall or a proxy may cut it off.',
  ),
  'head-type': three(
    'The answer to HEAD is of type {type}.',
    'WordPress then asks no more, and does not see the tag.',
    'Send `Content-Type: text/html` with HEAD too, or an `X-Pingback` header.',
  ),
};
