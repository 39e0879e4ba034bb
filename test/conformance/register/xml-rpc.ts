import { different, notApplicable, row } from './row.ts';

const CHARSETS = different(
  'Charsets: UTF-8, iso-8859-1 and windows-1252; any other name, UTF-16 over ASCII bytes too, is −32701.',
);
const BY_NAME = different('Value forms: a URL in a value is read; anything else is refused, names included.');
const CAPS = different('XML caps: depth 16 (−32700), 64 elements (−32600), body 16 KiB (413).');
const NO_MULTICALL = different('system.multicall: refused with −32601.');

/** The envelope, its fault codes, and the methods that describe the others. */
export const XML_RPC = [
  row('XR-01', 'must', 'a request has user agent, host, text/xml and its length'),
  row('XR-02', 'must', 'one methodCall with one methodName of allowed characters'),
  row('XR-03', 'must', 'no params is no parameters'),
  row('XR-04', 'must', 'a value without a type is a string'),
  row('XR-05', 'must', 'integers with signs and zeros are read'),
  row('XR-07', 'must', 'strings: two characters escaped; CDATA, references and all five entities too'),
  row('XR-08', 'must', 'members in any order; an array has one data'),
  row('XR-10', 'must', 'a response is HTTP 200 with one value or one fault'),
  row('XR-12', 'must', 'a fault is a struct of code and string'),
  row('XR-13', 'house', 'nil and i8 are parameters of the wrong type; foreign tags are no XML-RPC'),
  row('XR-14', 'house', 'blanks before the declaration are accepted'),
  row('XR-15', 'house', 'a byte order mark, and blanks, NULs and comments at the end are accepted; other text is not'),
  row('XR-16', 'house', 'unknown charsets are −32701, wrong bytes −32702, false UTF-16 is read', CHARSETS),
  row('XR-17', 'house', 'mark before header before declaration; latin-1 and its kin are read'),
  row('XR-18', 'house', 'a DOCTYPE ends it'),
  row('XR-19', 'house', 'stray ampersands are repaired once'),
  row('XR-20', 'house', 'untyped URLs with blanks around them are read'),
  row('XR-21', 'house', 'an empty value is a parameter'),
  row('XR-22', 'house', 'the body decides under the media types that clients send'),
  row('XR-23', 'house', 'a compressed request is read within a cap, or 415'),
  row('XR-24', 'house', 'chunked requests are read, replies are never chunked'),
  row('XR-25', 'house', 'size, depth and number of elements are capped', CAPS),
  row('XR-26', 'house', 'parameters by name', BY_NAME),
  row('FC-01', 'must', 'the codes for form, encoding, characters, request, method, parameters and defects'),
  row('FC-04', 'should', 'no code of our own among the reserved ones'),
  row('FC-05', 'field', 'the texts that clients match'),
  row('MC-01', 'must', 'multicall returns one result for each call', NO_MULTICALL),
  row('MC-02', 'must', 'a result is an array of one, or a fault struct', NO_MULTICALL),
  row('MC-03', 'must', 'a broken call has its fault in its own place', NO_MULTICALL),
  row('MC-04', 'must', 'the whole call may be a fault, which says that it does not exist'),
  row('MC-05', 'may', 'a multicall within one is refused', NO_MULTICALL),
  row('MC-07', 'house', 'the number of pings in one request is capped, or multicall is off'),
  row(
    'MC-08',
    'field',
    'other servers answer multicall in other shapes',
    notApplicable('It is about the replies of other servers to a call that we never make.'),
  ),
  row('IN-01', 'must', 'listMethods, methodSignature and methodHelp'),
  row('IN-02', 'must', 'getCapabilities'),
  row('IN-03', 'must', 'the signature of pingback.ping'),
  row('IN-04', 'field', 'getPingbacks lists sources; 33 for what is no page here'),
];
