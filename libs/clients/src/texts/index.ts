export { metWords, textMeets } from './met-words';
export { snippetOf } from './snippet';
export { queryForms, queryTextWords, textForms } from './text-words';
