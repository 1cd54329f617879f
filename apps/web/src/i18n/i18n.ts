import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const choice = 'vacatur-language';

function preferred(): Language {
  const kept = localStorage.getItem(choice);
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.language.startsWith('es') ? 'es' : 'en';
}

/** Starts the texts in the person's language; Spanish is fetched only when it is wanted. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await applyLanguage(preferred());
}

/** Makes the texts of a language ready without changing to it. */
export async function readLanguage(language: Language): Promise<void> {
  if (language === 'es' && !i18next.hasResourceBundle('es', 'translation')) {
    const { es } = await import('./es');
    i18next.addResourceBundle('es', 'translation', es);
  }
}

async function applyLanguage(language: Language): Promise<void> {
  await readLanguage(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Changes the language and remembers the choice on this device; it says nothing about a client. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(choice, language);
  await applyLanguage(language);
}
