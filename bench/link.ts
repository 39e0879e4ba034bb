import { Tokenizer } from 'htmlparser2';
import { findLinks } from '../packages/protocol/dist/document/find-links.js';
import { reachOf } from '../packages/protocol/dist/document/reach.js';
import type { Subject } from './lib/figure.ts';
import { TARGET, weblogPage } from './lib/page.ts';
import { alternate } from './lib/rounds.ts';

const FINAL_URL = 'https://blog.example/post';
/** Between two looks at the clock. */
const PAGES = 20;

/** Finding the one link of a page, against the tokenizer that it is found with, told nothing. */
export const link: Subject = async ({ rounds, seconds }) => {
  const html = weblogPage('plain');
  const find = () => {
    const { links } = findLinks(html, { finalUrl: FINAL_URL, base: FINAL_URL, target: TARGET, reach: reachOf() });
    if (links.length !== 1) throw new Error(`${links.length} links were found in a page that has one.`);
  };
  return [
    {
      name: 'finding the link',
      unit: 'MB/s',
      ...(await alternate(
        rounds,
        () => throughput(html.length, seconds, find),
        () => throughput(html.length, seconds, () => tokenize(html)),
      )),
      goal: { of: 'ratio', is: 'at least', bound: 0.8 },
      condition:
        "a decoded page of 100 kB that has the link; floor: htmlparser2's Tokenizer with callbacks that do nothing",
    },
  ];
};

function throughput(length: number, seconds: number, work: () => void): number {
  const began = performance.now();
  let pages = 0;
  let ms = 0;
  for (; ms < seconds * 1000; ms = performance.now() - began, pages += PAGES) {
    for (let page = 0; page < PAGES; page += 1) work();
  }
  return (pages * length) / 1e6 / (ms / 1000);
}

function tokenize(html: string): void {
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      isInForeignContext: () => false,
      onopentagname: nothing,
      onattribname: nothing,
      onattribdata: nothing,
      onattribend: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
      ontext: nothing,
      onattribentity: nothing,
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
