import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/import/brought.ts';
import { linkCsv } from '../../src/import/formats/link-csv.ts';

async function* pieces(text: string, size = 7) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size?: number): Promise<readonly string[]> {
  const found: Found[] = [];
  for await (const one of linkCsv.read(pieces(text, size))) found.push(one);
  return found.map((one) => `${one.place} ${said(one)}`);
}

function said(one: Found): string {
  if (!one.ok) return one.why;
  return 'linking' in one ? one.linking : `${one.brought.source} ${one.brought.target}`;
}

const A = 'https://bob.example/a,b';
const T = 'https://alice.example/post';

describe('a list of links', () => {
  it('is read with or without a heading, in any order of columns, with the marks of spreadsheets', async () => {
    const one = [`line 2 https://bob.example/1 ${T}`];
    expect(await read(`source,target\r\nhttps://bob.example/1,${T}\r\n`)).toEqual(one);
    expect(await read(`\uFEFFTarget URL;Anchor;Referring page URL\n${T};x;https://bob.example/1`)).toEqual(one);
    expect(await read(`"Linking page"\t"Target page"\n"https://bob.example/1"\t"${T}"\n`)).toEqual(one);
    expect(await read(`https://bob.example/1,${T}`)).toEqual([`line 1 https://bob.example/1 ${T}`]);
  });

  it.each([
    ['a semicolon', 'sep=;\r\nsource;note;target\r\nhttps://bob.example/a,b;x;T\r\n', 3],
    ['a comma', '\uFEFFSEP=,\nsource,note,target\n"https://bob.example/a,b","x;y;z",T\n', 3],
    ['a tab, in quotation marks', '"sep=\t"\n\nsource\tnote\ttarget\nhttps://bob.example/a,b\tx\tT', 4],
    ['a bar', 'sep=|\nsource|note|target\nhttps://bob.example/a,b|x;y;z|T', 3],
    ['no heading', 'sep=|\nhttps://bob.example/a,b|T', 2],
  ])('is parted by what spreadsheets write into its first line: %s', async (_, text, line) => {
    const list = text.replace(/T(?=\s*$)/, T);
    expect(linkCsv.looksLike(list)).toBe(true);
    for (const size of [1, 7, 1000]) expect(await read(list, size)).toEqual([`line ${line} ${A} ${T}`]);
  });

  it('names bad lines by their number, over cells with line ends in them', async () => {
    const text = `source,note,target\n"${A}","two\r\nlines ""x""",${T}\n\nnothing,x,y\n${T},,\nhttps://c.example/,,${T}\n`;
    for (const size of [1, 2, 5, 1000])
      expect(await read(text, size)).toEqual([
        `line 2 ${A} ${T}`,
        'line 5 unreadable',
        'line 6 unreadable',
        `line 7 https://c.example/ ${T}`,
      ]);
  });

  it('takes a quotation mark for a letter where it opens no cell', async () => {
    const text = `${A.replace(',', '')},${T},say "hi"\nhttps://b.example/,${T},a 5" disk\nhttps://c.example/,${T}, "x, ""y"\n`;
    for (const size of [1, 3, 1000])
      expect(await read(text, size)).toEqual([
        `line 1 https://bob.example/ab ${T}`,
        `line 2 https://b.example/ ${T}`,
        `line 3 https://c.example/ ${T}`,
      ]);
    expect(await read(`source;note;target\nhttps://b.example/; "x; ""y" ;${T}`)).toEqual([
      `line 2 https://b.example/ ${T}`,
    ]);
  });

  it.each([
    ['at the end of the file', ''],
    ['before cells with marks', `"https://d.example/","${T}","x"\n`],
  ])('keeps what is before a quotation mark that is not closed, and names its line: %s', async (_, more) => {
    const text = `https://a.example/,${T},"one\ntwo"\nhttps://b.example/,${T},"never\nhttps://c.example/,${T}\n${more}`;
    for (const size of [1, 7, 1000]) {
      const kept: Found[] = [];
      const reading = (async () => {
        for await (const one of linkCsv.read(pieces(text, size))) kept.push(one);
      })();
      await expect(reading).rejects.toThrow(/^line 3: .*quotation mark.* The lines before it were read/);
      expect(kept.map(({ place }) => place)).toEqual(['line 1']);
    }
  });

  it.each([
    ['Top linking sites', 'Site,Linking pages,Target pages\nbob.example,3,1\n', /lists domains .*Latest links/],
    ['the same in Hebrew', 'אתר,דפים מקשרים,דפי יעד\nbob.example,"1,240",12\n', /lists domains .*Latest links/],
    [
      'the same in German',
      'Website;Verweisende Seiten;Zielseiten\nbücher.example;3;1\n',
      /lists domains .*Latest links/,
    ],
    ['the same of many links', 'Xyz;Abc\nbob.example;46327\n', /lists domains .*Latest links/],
    ['Top linked pages', `Target page,Incoming links\n${T},3\n`, /pages of yours .*Latest links/],
    ['the same in French', `Page cible,Liens entrants,Sites\n${T},"1 240",3\n`, /pages of yours .*Latest links/],
    ['the same in an unknown language', `Xyz,Abc,Def\n${T},"1.240",3\n`, /pages of yours .*Latest links/],
    ['Top linking text', 'Rank,Link text\n1,alice\n', /words of links .*Latest links/],
    ['the same in Japanese', 'ランク,リンクテキスト\n1,アリス\n', /words of links .*Latest links/],
    ['the same in Japanese with a blank', '順位,リンク元 テキスト\n1,アリス\n', /words of links .*Latest links/],
    ['the same in Portuguese', 'Classificação,Texto do link\n1,alice\n', /words of links .*Latest links/],
    ['the same behind sep=', 'sep=;\r\nRang;Linktext\r\n1;alice\r\n', /words of links .*Latest links/],
    ['Top linking sites without a line', 'Site,Linking pages,Target pages\n', /lists domains/],
    ['two columns that nobody named', `Xyz,Abc\nhttps://bob.example/1,${T}\n`, /"source".*"target"/],
    ['a quotation mark without its end', `source,target\n"${'x\n'.repeat(40_000)}`, /line 2: it does not end/],
  ])('%s ends with what can be done', async (_, text, message) => {
    expect(linkCsv.looksLike(text)).toBe(true);
    await expect(read(text, 50_000)).rejects.toThrow(message);
  });

  it.each([
    ['Latest links', 'Linking page,Last crawled\nhttps://bob.example/1,2026-08-05\nnothing,2026-08-01\n'],
    ['More sample links', '\uFEFFLinking page\r\nhttps://bob.example/1\r\nnothing'],
    ['in Spanish', 'Página con enlaces,Último rastreo\nhttps://bob.example/1,8 may 2026\nnothing,\n'],
    ['in German, from a spreadsheet', 'Verweisende Seite;Zuletzt gecrawlt\nhttps://bob.example/1;05.08.2026\nnothing;'],
    ['in French', 'Page d’origine,Dernière exploration\nhttps://bob.example/1,2026-08-05\nnothing,\n'],
    ['in Hebrew', 'דף מקשר,נסרק לאחרונה\nhttps://bob.example/1,01/08/2026\nnothing,\n'],
    ['from a spreadsheet in Czech', 'Odkazující;Naposledy\nhttps://bob.example/1;1. 11. 2026\nnothing;'],
    ['in Croatian', 'Stranica;Zadnje\nhttps://bob.example/1;1.11.2026.\nnothing;'],
    ['in Hungarian', 'Hivatkozó;Utolsó\nhttps://bob.example/1;2026.11.01.\nnothing;'],
    ['in Korean', '연결,날짜\nhttps://bob.example/1,2026. 11. 1.\nnothing,'],
    ['with the number of a day', 'Xyz;Abc\nhttps://bob.example/1;46327\nnothing;'],
    ['of another tool', 'DR;Referring page URL;Anchor\n12;https://bob.example/1;tea\n12;nothing;tea'],
  ])('names pages that link, nobody says where to: %s', async (_, text) => {
    expect(linkCsv.looksLike(text)).toBe(true);
    for (const size of [1, 7, 1000])
      expect(await read(text, size)).toEqual(['line 2 https://bob.example/1', 'line 3 unreadable']);
  });

  it('may be nothing but addresses of pages that link, or of nothing', async () => {
    expect(await read('https://bob.example/1\n\nhttps://bob.example/2')).toEqual([
      'line 1 https://bob.example/1',
      'line 3 https://bob.example/2',
    ]);
    expect(await read('Linking page,Last crawled\n')).toEqual([]);
  });

  it.each([
    ['http://h.example/zeit,kolumne-12.html', 'https://bob.example/2'],
    ['https://bob.example/x;v=1', 'https://bob.example/y;v=2'],
    ['http://h.example/0,1518,539245,00.html', 'http://h.example/0,1518,539246,00.html'],
    ['https://bob.example/to,http://c.example/', 'https://bob.example/2', 'https://bob.example/3'],
  ])('leaves commas and semicolons in addresses that stand alone: %s', async (...list) => {
    for (const text of [list.join('\n'), `Linking page\n${list.join('\n')}`]) {
      expect(linkCsv.looksLike(text)).toBe(true);
      for (const size of [1, 7, 1000])
        expect((await read(text, size)).map((one) => one.replace(/^line \d /, ''))).toEqual(list);
    }
  });

  it.each([
    'https://bob.example/1,2026-08-05\nhttps://bob.example/2,\n',
    'https://bob.example/1;5. 8. 2026\nhttps://bob.example/2;46327\n',
    'https://bob.example/1,"Aug 5, 2026"\nhttps://bob.example/2,8 may 2026\n',
    '"https://bob.example/1",tea\n"https://bob.example/2",tea\n',
  ])('knows cells beside addresses without a heading: %j', async (text) => {
    expect(await read(text, 3)).toEqual(['line 1 https://bob.example/1', 'line 2 https://bob.example/2']);
  });

  it('knows pairs without a heading also with a cell between them, or with half of the targets', async () => {
    const pair = `line 1 https://bob.example/1 ${T}`;
    expect(await read(`https://bob.example/1,tea,${T}\n`)).toEqual([pair]);
    expect(await read(`https://bob.example/1,${T}\nhttps://bob.example/2\n`)).toEqual([pair, 'line 2 unreadable']);
  });

  it('is no page, no JSON and no feed', () => {
    for (const text of ['<rss version="2.0">', '{"links":[]}', '[{"source":"https://a.example/"}]', '', 'Dear reader,'])
      expect(linkCsv.looksLike(text)).toBe(false);
  });
});
