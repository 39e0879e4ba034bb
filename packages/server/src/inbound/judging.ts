import type { Http, PageReading, Surroundings } from '@hearback/protocol';
import { siteOfUrl, suffixesOf } from '../domain.ts';
import type { Mention } from '../mention.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, KnownText, PageReader, Store, Tables } from '../ports/index.ts';
import { type ModerationMode, USUAL_SETTINGS } from '../site-settings.ts';
import type { Evidence } from './judge/evidence.ts';
import { keysOf, type Likeness, type Sketch, shareIn, sketchOf } from './judge/texts.ts';
import type { TopicCounts } from './judge/topics.ts';
import { MEASURES } from './judge/weights.ts';
import { createOwnTexts } from './own-texts.ts';
import { createRuleShelf, type RuleShelf } from './rule-shelf.ts';

/** Somebody who is asked whether a mention is spam. */
export interface Adviser {
  /** Before anything is fetched; `undefined` when it was not asked. Failures are an opinion that it is no spam. */
  preCheck(mention: Mention): Promise<Evidence['opinion']>;
  check(mention: Mention, reading: PageReading): Promise<Evidence['opinion']>;
}

export interface JudgingDeps {
  readonly store: Store;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly resolve: Resolve;
  readonly clock: Clock;
  readonly rules?: RuleShelf | undefined;
  /** How a site wants it; as usual unless given. */
  readonly modeOf?: ((site: string) => ModerationMode) | undefined;
  readonly adviser?: Adviser | undefined;
  /** Whether an address is that of the source's own server or its neighbours; `undefined` when nobody can say. */
  readonly comesFrom?: ((source: URL, sender: string) => Promise<boolean | undefined>) | undefined;
}

export interface Judging {
  /** What an adviser says of what nobody looked at yet; to be asked once for each mention. */
  preCheck(mention: Mention): Promise<Evidence['opinion']>;
  /** Gathers what the judge has to know; may ask the network, so never inside a transaction. Never throws for a page. */
  investigate(mention: Mention, reading: PageReading): Promise<Evidence>;
  /** Keeps the page's text as a sketch, for the next one that is like it. */
  remember(tables: Pick<Tables, 'texts'>, mention: Mention, reading: PageReading): Promise<void>;
}

export function createJudging(deps: JudgingDeps): Judging {
  const { store, clock } = deps;
  const rules = deps.rules ?? createRuleShelf(store.rules, clock);
  const ownTexts = createOwnTexts({ ...deps, texts: store.texts });

  async function likenessOf(mention: Mention, sketch: Sketch, own: KnownText | undefined): Promise<Likeness> {
    const alike = await store.texts.alike(mention.site, keysOf(sketch));
    const ours = alike.filter(({ subject }) => subject.startsWith('page '));
    if (own && !ours.some(({ subject }) => subject === own.subject)) ours.push(own);
    const here = siteOfUrl(mention.source);
    let most = { share: 0, subject: '' };
    for (const text of ours) {
      const share = shareIn(sketch, text);
      if (share > most.share) most = { share, subject: text.subject };
    }
    const twins = alike.filter((text) => !ours.includes(text) && text.domain !== here && areTwins(sketch, text));
    return {
      ofOurs: most.share,
      ours: most.subject.replace(/^page /, ''),
      domains: new Set(twins.map(({ domain }) => domain)).size,
    };
  }

  async function lists(mention: Mention, reading: PageReading): Promise<readonly string[]> {
    const hosts = [mention.source, reading.facts.finalUrl].flatMap((url) => URL.parse(url)?.hostname ?? []);
    return store.blockLists.naming([...new Set(hosts.flatMap(suffixesOf))]);
  }

  return {
    preCheck: async (mention) => (mention.checkedAt === undefined ? deps.adviser?.preCheck(mention) : undefined),
    async investigate(mention, reading) {
      const { source, target, protocols, sender, site } = mention;
      const url = new URL(source);
      const sketch = sketchFor(reading);
      const own = sketch && (await ownTexts.of(target));
      const isFirst = mention.firstSeenAt === undefined;
      const [book, listedBy, isKnown, trace] = await Promise.all([
        rules.fresh(site),
        lists(mention, reading),
        store.mentions.knowsHost(site, url.host),
        store.mentions.steps(mention.id),
      ]);
      return {
        source,
        target,
        protocols,
        reading,
        rules: book,
        listedBy,
        isKnown,
        mode: deps.modeOf?.(site) ?? USUAL_SETTINGS.moderation,
        likeness: sketch && (await likenessOf(mention, sketch, own)),
        ownTopics: own?.topics ? (JSON.parse(own.topics) as TopicCounts) : undefined,
        fromSource: sender === undefined ? undefined : await deps.comesFrom?.(url, sender),
        isOwners: trace.some(({ step }) => step === 'moderated'),
        waitedElsewhere: mention.broughtAs === 'pending',
        opinion: isFirst ? await deps.adviser?.check(mention, reading) : undefined,
      };
    },
    async remember(tables, mention, reading) {
      const sketch = sketchFor(reading);
      if (!sketch) return;
      const { hashes, size } = sketch;
      const text = {
        site: mention.site,
        subject: mention.id,
        domain: siteOfUrl(mention.source),
        hashes,
        size,
        topics: '',
        at: clock.now(),
      };
      await tables.texts.keep(text, keysOf(sketch));
    },
  };
}

/** Asked for before it is judged, and once more when it is kept. */
const sketches = new WeakMap<Surroundings, Sketch>();

function sketchFor({ surroundings }: PageReading): Sketch | undefined {
  if (surroundings === undefined) return undefined;
  const sketch = sketches.get(surroundings) ?? sketchOf(surroundings.text);
  sketches.set(surroundings, sketch);
  return sketch.size >= MEASURES.copyWords ? sketch : undefined;
}

function areTwins(one: Sketch, other: Sketch): boolean {
  return shareIn(one, other) >= MEASURES.twinShare && shareIn(other, one) >= MEASURES.twinShare;
}
