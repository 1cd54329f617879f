export { snippetOf } from './snippet';
export { queryForms, queryTextWords, textForms, textMeets } from './text-words';
