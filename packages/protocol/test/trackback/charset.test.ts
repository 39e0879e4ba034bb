import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM, pingForm, sendForm } from './send-form.ts';

/** Id, the title's escapes on the wire, charset of the `Content-Type`, `charset` field, the title. */
const TITLES: readonly [string, string, string | undefined, string | undefined, string][] = [
  ['UTF-8 unsaid', 'caf%C3%A9', undefined, undefined, 'café'],
  ['latin-1 unsaid', 'caf%E9', undefined, undefined, 'café'],
  ['latin-1 unsaid, raw byte', 'caf\xe9', undefined, undefined, 'café'],
  ['UTF-8 unsaid, raw bytes', 'caf\xc3\xa9', undefined, undefined, 'café'],
  ['field', 'caf%E9', undefined, 'ISO-8859-1', 'café'],
  ['field, Japanese', '%C6%FC%CB%DC', undefined, 'EUC-JP', '日本'],
  ['field, Shift_JIS with a byte that is a backslash', '%95%5C', undefined, 'Shift_JIS', '表'],
  ['field, Cyrillic', '%CF%F0%E8', undefined, 'windows-1251', 'При'],
  ['header', '%D0%D2%C9', 'koi8-r', undefined, 'при'],
  ['header before field', '%D0%D2%C9', 'koi8-r', 'utf-8', 'при'],
  ['quoted header', '%80', '"windows-1252"', undefined, '€'],
  ['declared UTF-8, one byte wrong', 'caf%E9', 'utf-8', undefined, 'caf\ufffd'],
  ['us-ascii over UTF-8', 'caf%C3%A9', 'us-ascii', undefined, 'café'],
  ['us-ascii over latin-1 with a field', '%CF%F0%E8', 'us-ascii', 'windows-1251', 'При'],
  ['empty field', 'caf%E9', undefined, '', 'café'],
  ['blanks around the label', 'caf%E9', undefined, '+latin1+', 'café'],
  ['escapes that are none', '100%+%zz+%4', undefined, undefined, '100% %zz %4'],
];

describe('TB-S09', () => {
  it.each(TITLES)('%s', async (_, escaped, header, field, title) => {
    const type = header === undefined ? FORM : `${FORM}; charset=${header}`;
    const charset = field === undefined ? '' : `&charset=${field}`;
    const answer = await sendForm(pingForm(`&title=${escaped}${charset}`), { type });
    expect(answer.accepted[0]?.says?.title).toBe(title);
  });

  it('a list of charsets in the header is none of them', async () => {
    const answer = await sendForm(pingForm(''), { type: `${FORM}; charset=utf-8,utf-8` });
    expect(answer.accepted).toEqual([]);
    expect(answer.text).toContain('<error>1</error>');
  });

  it('a URL in another charset is percent-encoded as UTF-8', async () => {
    const [taken] = (await sendForm('url=http://alice.example/caf%E9&charset=latin1')).accepted;
    expect(taken?.source).toBe('http://alice.example/caf%C3%A9');
  });
});

describe('any input', () => {
  const reply = /^<\?xml version="1\.0" encoding="utf-8"\?><response><error>[01]<\/error>/;
  const piece = fc.oneof(
    fc.constantFrom('url=', '&', '=', '%', '+', 'title=', 'charset=', 'utf-7', 'http://a.example/', '%E9', '[]'),
    fc.string({ maxLength: 8 }),
  );

  it('bytes never throw and are answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (body) => {
        expect((await sendForm(body)).text).toMatch(reply);
      }),
    );
  });

  it('damaged forms never throw, in any charset, and nothing of them comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.string({ maxLength: 20 }), async (parts, label) => {
        const answer = await sendForm(parts.join(''), { type: `${FORM}; charset=${label}` });
        expect(answer.text).toMatch(reply);
        expect(answer.text).not.toContain('a.example');
      }),
    );
  });
});
