import { describe, expect, it } from '@jest/globals';
import { languagesOf, paperChoice } from './plan-languages';

describe('the languages of a paper for a family', () => {
  it('are both for a family that reads Spanish, its own first', () => {
    expect(languagesOf(paperChoice(undefined, ['es'], 'en'))).toEqual(['es', 'en']);
    expect(paperChoice(undefined, ['lo', 'es-GT'], 'es')).toBe('both');
  });

  it('are that of the screen for every other family', () => {
    expect(paperChoice(undefined, ['lo'], 'en')).toBe('en');
    expect(paperChoice('fr', [], 'es')).toBe('es');
  });

  it('are what somebody chose', () => {
    expect(languagesOf(paperChoice('en', ['es'], 'es'))).toEqual(['en']);
    expect(languagesOf(paperChoice('both', [], 'en'))).toEqual(['es', 'en']);
  });
});
