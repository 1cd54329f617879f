import type { TestApp } from '../app';
import { sendUpload } from '../factories/document';
import { bodyWith } from '../known-text';
import { nameOf, Prober } from '../known-text-prober';
import { routesOf, type Route } from '../routes';
import type { World } from '../world';
import { corpus, idsIn, type Payload } from './payloads';

/** Other than these the rules of fields are short names; the first that fits is used. */
const LENGTHS = [Infinity, 120, 60, 40, 30];
/** Fields that may become the address of a link: there a payload stands alone. */
const ADDRESSES = /link|url|address|website|source/i;

/** What shuts people out or takes a record away comes last; what ends the session of the one who asks, never. */
const LAST = /wall|lock|suspend|close|destruction|merge|policy|cover|end|withdraw|cancel|lift|undo/i;
const NEVER = /sign-in|sign-out|step-up|forgot|reset|\/lock/;

/** Stores payloads through every route of the contract that takes texts. */
export class Planter {
  /** Numbers of the payloads that were taken in. */
  readonly stored = new Set<number>();
  /** `METHOD /path field` of every field that took one in. */
  readonly fields = new Set<string>();
  private readonly prober: Prober;
  private readonly routes: Route[];
  private all: Payload[] = corpus();
  private waiting: Payload[] = this.all;
  private readonly plain = this.all.find(({ text }) => text.startsWith('<img src=x'))!;

  constructor(
    test: TestApp,
    private readonly world: World,
  ) {
    this.prober = new Prober(test, world);
    const bodied = routesOf(test).filter((route) => route.body && !NEVER.test(route.path));
    this.routes = [
      ...bodied.filter(({ path }) => !LAST.test(path)),
      ...bodied.filter(({ path }) => LAST.test(path)),
    ];
  }

  /** Once through all routes and uploads, a payload of its own in every field. */
  async round(): Promise<void> {
    for (const route of this.routes) await this.through(route);
    await this.inUploads();
  }

  /** Everything that no field took yet, in the notes of the case. */
  async rest(): Promise<void> {
    const note = this.routes.find((route) => nameOf(route) === 'POST /cases/{caseId}/notes')!;
    while (this.waiting.length > 0) await this.through(note);
  }

  private async through(route: Route): Promise<void> {
    const body = bodyWith(route.body!, (field) => this.offer(field), this.world.mine, [
      this.world.home.people.paralegal.id,
    ]);
    const holds = (text: string): boolean => idsIn(text).length > 0;
    if (!holds(JSON.stringify(body))) return;
    const taken = await this.prober.deliver(route, body, this.offer()[1], holds);
    if (!taken) return;
    for (const [field, value] of Object.entries(taken)) {
      const ids = idsIn(JSON.stringify(value));
      if (ids.length > 0) this.fields.add(`${nameOf(route)} ${field}`);
      for (const id of ids) this.stored.add(id);
    }
    this.waiting = this.waiting.filter(({ id }) => !this.stored.has(id));
  }

  /** Titles, sources and names of files, and what stands in them. */
  private async inUploads(): Promise<void> {
    const { api } = this.world.home.people.attorney;
    const at = `/clients/${this.world.mine['/clients/{clientId}']}/documents`;
    for (let n = 0; n < 4; n += 1) {
      const [title, source, fileName, inside] = [0, 1, 2, 3].map(() => this.offer()[2]);
      const bytes = Buffer.from(`${inside}\n`);
      const name = fileName.replace(/["\r\n]/g, "'");
      const { status } = await sendUpload(api, at, { title, source, fileName: `${name}.txt`, bytes });
      if (status !== 201) continue;
      for (const text of [title, source, inside]) idsIn(text).forEach((id) => this.stored.add(id));
    }
    this.waiting = this.waiting.filter(({ id }) => !this.stored.has(id));
  }

  /**
   * Texts for a field, from the longest to the shortest, of payloads that are not stored yet while there are any. Before
   * others stands one that runs wherever it is taken for markup: what comes first may make the rest harmless.
   */
  private offer(field = ''): string[] {
    const offered = LENGTHS.map((length) => {
      const fits = ({ text }: Payload): boolean =>
        text.length <= length && (!ADDRESSES.test(field) || /^\W*javas?cript/i.test(text));
      return (this.waiting.find(fits) ?? this.all.find(fits))!;
    });
    const later = (line: Payload[]): Payload[] => [
      ...line.filter((each) => !offered.includes(each)),
      ...line.filter((each) => offered.includes(each)),
    ];
    this.waiting = later(this.waiting);
    this.all = later(this.all);
    const single = offered.map(({ text }) => text);
    if (ADDRESSES.test(field)) return single;
    const [one, two] = this.waiting.filter((each) => !offered.includes(each));
    const more = [one, two].map((each) => each?.text ?? '').join('\n');
    const led = single.map((text) => `${this.plain.text}${text}`);
    return [`${led[0]}\n${more}`, ...led, ...single];
  }
}
