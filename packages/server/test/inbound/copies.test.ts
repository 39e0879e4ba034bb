import { describe, expect, it } from 'vitest';
import { OWN_PAGES } from '../../../../test/spam/corpus/own-pages.ts';
import { keysOf, shareIn, sketchOf } from '../../src/inbound/judge/texts.ts';
import { openHouse, TARGET } from './house.ts';

const [PAGE] = OWN_PAGES;
const TEXT = PAGE?.paragraphs.join(' ') ?? '';
const OTHER = OWN_PAGES[1]?.paragraphs.join(' ') ?? '';
const own = `<!doctype html><title>Mine</title><article><p>${TEXT}</p></article>`;
const page = (inner: string, to = TARGET) =>
  `<!doctype html><title>Theirs</title><article>${inner}<p><a href="${to}">the source</a></p></article>`;

async function judged(source: string, html: string, house: Awaited<ReturnType<typeof openHouse>>) {
  house.web.set(source, html);
  await house.tell(source);
  await house.pass(10_000);
  const mention = (await house.store.mentions.list({ limit: 50 })).find((one) => one.source === source);
  return { to: mention?.moderation, reasons: mention?.reasons.join('\n') ?? '' };
}

describe('a copy of our text', () => {
  it.each([
    ['all of it', `<p>${TEXT}</p>`, 'spam', 'It is a copy'],
    ['half of it', `<p>${TEXT.slice(0, TEXT.length / 2)}</p>`, 'spam', 'It is a copy'],
    [
      'in a quotation',
      `<blockquote>${TEXT}</blockquote><p>I could not have said it better, and I have tried for years to do so in vain.</p>`,
      'pending',
      'not among',
    ],
    ['another text', `<p>${OTHER}</p>`, 'pending', 'not among'],
  ])('is known: %s', async (_, inner, to, reason) => {
    await using house = await openHouse();
    house.web.set(TARGET, own);
    const result = await judged('https://copy.example/a', page(inner), house);
    expect(result.to, result.reasons).toBe(to);
    expect(result.reasons).toContain(reason);
  });

  it('fetches our page once for many that link to it, and never for a short one', async () => {
    await using house = await openHouse();
    house.web.set(TARGET, own);
    await judged('https://short.example/a', page('<p>Short.</p>'), house);
    expect(house.asked).not.toContain(TARGET);
    for (let n = 0; n < 5; n++) await judged(`https://b${n}.example/a`, page(`<p>${n} ${OTHER}</p>`), house);
    expect(house.asked.filter((url) => url === TARGET)).toHaveLength(1);
  });

  it('asks no address of ours that has a query, when it has no map to know it by', async () => {
    await using house = await openHouse();
    const target = `${TARGET}?do=delete`;
    house.web.set('https://b.example/a', page(`<p>${OTHER}</p>`, target));
    await house.tell('https://b.example/a', target);
    await house.pass(10_000);
    expect(house.asked).toEqual(['https://b.example/a']);
  });
});

it('the same text from one domain after another is held, and at last spam', async () => {
  await using house = await openHouse();
  const results = [];
  for (let n = 0; n < 8; n++)
    results.push(await judged(`https://blog.site${n}.example/a`, page(`<p>${OTHER}</p>`), house));
  expect(results[0]?.reasons).not.toContain('The same text');
  expect(results[1]?.reasons).toContain('from 1 other domain.');
  expect(results.map(({ to }) => to)).toEqual([...Array(6).fill('pending'), 'spam', 'spam']);
  const again = await judged('https://www.site0.example/b', page(`<p>${OTHER}</p>`), house);
  expect(again.reasons).toContain('7 other domains');
});

describe('sketches', () => {
  it('tell a part of a text, and two texts from each other', () => {
    const whole = sketchOf(`${TEXT} ${OTHER}`);
    expect(shareIn(sketchOf(TEXT), whole)).toBeGreaterThan(0.95);
    expect(shareIn(whole, sketchOf(TEXT))).toBeLessThan(0.8);
    expect(shareIn(sketchOf(TEXT), sketchOf(OTHER))).toBe(0);
    expect(shareIn(sketchOf(''), whole)).toBe(0);
    const shared = keysOf(sketchOf(TEXT)).filter((key) => keysOf(whole).includes(key));
    expect(shared.length).toBeGreaterThan(3);
  });
  it('work where no space stands between words', () => {
    const text = '星期六我们在雾里上山在阳光里下山什么也没有看见外婆把种子装在信封里每个信封上都写着年份'.repeat(2);
    expect(sketchOf(text).size).toBeGreaterThan(30);
    expect(shareIn(sketchOf(text.slice(0, 30)), sketchOf(text))).toBe(1);
  });
});
