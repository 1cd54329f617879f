import * as fc from 'fast-check';
import { queryForms, snippetOf, textForms, textMeets } from '.';

const finds = (text: string, query: string): boolean => {
  const forms = new Set(textForms(text));
  const wanted = queryForms(query);
  return wanted.length > 0 && wanted.every((form) => forms.has(form)) && textMeets(text, query);
};

describe('the words of a text', () => {
  const text =
    'Juez aceptó la petición. O’Brien filed Form I-130 for Nguyễn Văn An; 老撾難民 arrived in 1981.';

  it.each([
    'peticion',
    'PETICIÓN',
    'peti',
    'obrien',
    "O'Brien filed",
    'i-130',
    'nguyen van',
    '難民',
    '民',
    '1981',
    'an nguyen',
  ])('are found by %s', (query) => {
    expect(finds(text, query)).toBe(true);
  });

  it.each(['etición', 'petitions', 'obrian', '1982', '民難', 'a', '', '!!', 'arr nobody'])(
    'are not found by "%s"',
    (query) => {
      expect(finds(text, query)).toBe(false);
    },
  );

  it('are each found by every beginning of two letters or more that typing passes through, from three on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zA-ZñáéíóúđŁ]{3,14}$/), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: 3, max: 14 }),
        (words, which, length) => {
          const word = words[which % words.length];
          expect(finds(words.join(' '), [...word].slice(0, Math.max(3, length)).join(''))).toBe(true);
        },
      ),
    );
  });

  it('do not grow without bound', () => {
    const book = Array.from({ length: 200_000 }, (_, n) => `word${n}`).join(' ');
    expect(textForms(book).length).toBeLessThan(120_000);
  });
});

describe('a snippet', () => {
  it('shows the place that met, on one line, cut at both ends', () => {
    const text = `${'The beginning of the letter. '.repeat(20)}\nThe order of\nremoval was served. ${'More. '.repeat(60)}`;
    const snippet = snippetOf(text, 'removal');
    expect(snippet).toMatch(/^… .*The order of removal was served\. .* …$/);
    expect(snippet.length).toBeLessThan(200);
  });

  it('is the beginning of a text that only its title met', () => {
    expect(snippetOf('Short.', 'elsewhere')).toBe('Short.');
  });
});
