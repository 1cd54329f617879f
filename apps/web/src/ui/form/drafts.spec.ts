import { describe, expect, it } from '@jest/globals';
import { DraftBook, type Draft, type DraftServer } from './drafts';

/** A server in memory; `down` makes it refuse like a lost session does. */
class Shelf implements DraftServer {
  down = false;
  readonly held = new Map<string, Draft>();

  async list(): Promise<{ key: string; body: Draft }[]> {
    await this.answer();
    return [...this.held].map(([key, body]) => ({ key, body }));
  }

  async put(key: string, body: Draft): Promise<void> {
    await this.answer();
    this.held.set(key, body);
  }

  async remove(key: string): Promise<void> {
    await this.answer();
    this.held.delete(key);
  }

  private async answer(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (this.down) throw new Error('401');
  }
}

const typed = (text: string): Draft => ({ edits: { text }, key: 'k' });
const textOf = (book: DraftBook): unknown => book.of('note:1').edits.text;
const until = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function open(shelf: Shelf, owner = 'ada'): Promise<DraftBook> {
  const book = new DraftBook(shelf, 10);
  await book.begin(owner);
  return book;
}

describe('drafts', () => {
  it('trap 9: a lost form is offered again after a reload', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    book.keep('note:1', typed('half a'));
    book.keep('note:1', typed('half a sentence'));
    await until(60);
    expect(textOf(await open(shelf))).toBe('half a sentence');
  });

  it('trap 9: a new form is empty after a save, also when the draft was on its way', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    book.keep('note:1', typed('sent'));
    await until(12);
    book.drop('note:1');
    expect(textOf(book)).toBeUndefined();
    await until(60);
    expect(shelf.held.size).toBe(0);
    expect(textOf(await open(shelf))).toBeUndefined();
  });

  it('trap 9: a form that was saved in another tab is empty in this one', async () => {
    const shelf = new Shelf();
    const [one, other] = [await open(shelf), await open(shelf)];
    one.keep('note:1', typed('sent'));
    await one.flush();
    await other.refresh();
    expect(textOf(other)).toBe('sent');
    one.drop('note:1');
    await one.flush();
    await other.refresh();
    expect(textOf(other)).toBeUndefined();
  });

  it('a draft whose removal failed does not come back', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    book.keep('note:1', typed('sent'));
    await book.flush();
    shelf.down = true;
    book.drop('note:1');
    await book.flush();
    shelf.down = false;
    await book.begin('ada');
    expect(textOf(book)).toBeUndefined();
    expect(shelf.held.size).toBe(0);
  });

  it('what was typed when the session was lost is stored when the same person signs in again', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    shelf.down = true;
    book.keep('note:1', typed('kept'));
    await until(40);
    expect(shelf.held.size).toBe(0);
    shelf.down = false;
    await book.begin('ada');
    expect(textOf(book)).toBe('kept');
    expect(shelf.held.size).toBe(1);
  });

  it('trap 10: the next person at the tab finds nothing, and nothing is stored in their name', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    shelf.down = true;
    book.keep('note:1', typed('about a client'));
    await until(40);
    shelf.down = false;
    await book.begin('bo');
    expect(textOf(book)).toBeUndefined();
    expect(shelf.held.size).toBe(0);
  });

  it('trap 10: signing out leaves nothing in the tab, nor a request to come', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    book.keep('note:1', typed('about a client'));
    book.forgetAll();
    expect(textOf(book)).toBeUndefined();
    await until(40);
    expect(shelf.held.size).toBe(0);
  });

  it('a form without a name is never kept', async () => {
    const shelf = new Shelf();
    const book = await open(shelf);
    book.keep('', typed('secret'));
    await book.flush();
    expect(book.of('').edits).toEqual({});
    expect(shelf.held.size).toBe(0);
  });
});
