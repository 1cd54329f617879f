/**
 * A12: a thousand ways in which a stored text could become a script, put together from building blocks of our own. Each
 * calls `hit` with a number of its own, by which it is found again wherever it stands.
 */
export interface Payload {
  id: number;
  text: string;
}
export const PAYLOADS_IN_ALL = 1000;

/** The number in a text, whichever way the call around it is written. */
const NUMBERS = /(?:\(|&#40;|&lpar;|%28|\\x28|\\u0028|`)(1\d{3})(?!\d)/g;
export const idsIn = (text: string): number[] => [...text.matchAll(NUMBERS)].map(([, id]) => Number(id));

/** Elements that run something by themselves, or would as soon as somebody touches them. */
const ELEMENTS: ((call: string) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<img src=x onerror=${call}>`,
  (call) => `<svg onload=${call}>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><a xlink:href="javascript:${call}"><text y=9>go</text></a></svg>`,
  (call) => `<math><mtext><img src=x onerror=${call}></mtext></math>`,
  (call) => `<body onload=${call}>`,
  (call) => `<details open ontoggle=${call}>`,
  (call) => `<video><source onerror=${call}></video>`,
  (call) => `<audio src=x onerror=${call}>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<select autofocus onfocus=${call}>`,
  (call) => `<iframe onload=${call}></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<object data="javascript:${call}"></object>`,
  (call) => `<embed src="javascript:${call}">`,
  (call) => `<style onload=${call}></style>`,
  (call) => `<link rel=stylesheet href=data:, onload=${call}>`,
  (call) => `<marquee onstart=${call}>`,
  (call) => `<a href="javascript:${call}">go</a>`,
  (call) => `<form action="javascript:${call}"><button>go</button></form>`,
  (call) => `<button formaction="javascript:${call}">go</button>`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<base href="//elsewhere.example/"><img src=x onerror=${call}>`,
  (call) => `<img src=//elsewhere.example/p onerror=${call}>`,
  (call) => `<p style="animation:x 1s" onanimationstart=${call}>`,
  (call) => `<b onmouseover=${call}>here</b>`,
  (call) => `<template><img src=x onerror=${call}></template>`,
];

/** What stands before an element to get out of where the text was put. */
const OUT_OF = [
  ...['', '">', "'>", '`>', '</textarea>', '</title>', '</script>', '</style>', '-->', ']]>', '</option>'],
  ...['</noscript>', '"/>', '</svg>', '<!--><', 'x" y="', '</p></div>', '&quot;>'],
];

/** Ways to write the same, for filters that look for the plain one. */
const WRITTEN: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/<(\w)(\w*)/g, (_, first: string, rest: string) => `<${first.toUpperCase()}${rest}`),
  (text) => text.replace(/ on/g, '/on'),
  (text) => text.replace(/ on/g, '\ton'),
  (text) => text.replace(/javascript:/g, 'jAvAsCrIpT:'),
  (text) => text.replace(/javascript:/g, 'java\tscript:').replace(/=hit/g, '=" hit'),
  (text) => text.replace(/hit\(/g, '&#104;it('),
  (text) => text.replace(/hit\(/g, '\\u0068it('),
  (text) => text.replace(/hit\(/g, 'window["hit"]('),
  (text) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  (text) => text.replace(/</g, '%3C').replace(/>/g, '%3E'),
  (text) => text.replace(/</g, '\\u003c').replace(/>/g, '\\u003e'),
  (text) => text.replace(/</g, '＜').replace(/>/g, '＞'),
  (text) => `\u202e${text}\u202c`,
  (text) => text.replace(/<(\w)/g, '<\u200b$1'),
  (text) => `${text}<!--`,
];

/** Places other than the text of a page: attributes, addresses, scripts, templates, Markdown, styles. */
const ELSEWHERE: ((call: string) => string)[] = [
  (call) => `" onmouseover=${call} x="`,
  (call) => `' onfocus=${call} autofocus '`,
  (call) => `x onerror=${call}`,
  (call) => `" style="background:url(javascript:${call})" x="`,
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}//https://example.org/`,
  (call) => `\u0001javascript:${call}`,
  (call) => `java\nscript:${call}`,
  (call) => `javascript&colon;${call}`,
  (call) => `vbscript:${call}`,
  (call) => `data:text/html,<script>${call}</script>`,
  (call) => `https://example.org/"onclick=${call}`,
  (call) => `//elsewhere.example/#${call}`,
  (call) => `[go](javascript:${call})`,
  (call) => `![x](x"onerror="${call})`,
  (call) => `<javascript:${call}>`,
  (call) => `[x]: javascript:${call}`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `\${${call}}`,
  (call) => `#{${call}}`,
  (call) => `<%= ${call} %>`,
  (call) => `{{{${call}}}}`,
  (call) => `$t(common.save, {"x":"${call}"})`,
  (call) => `{{x}} $t(nav.cases) ${call}`,
  (call) => `"};${call};//`,
  (call) => `'-${call}-'`,
  (call) => `\\";${call}//`,
  (call) => `\u2028${call}\u2028`,
  (call) => `</script><script>${call}</script>{"`,
  (call) => `{"__proto__":{"innerHTML":"<img src=x onerror=${call}>"}}`,
  (call) => `}*{background:url(javascript:${call})}`,
  (call) => `width:expression(${call})`,
  (call) => `@import "javascript:${call}";`,
  (call) => `</style><img src=x onerror=${call}>`,
  (call) => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "${call}">]><x>&e;</x>`,
  (call) => `<svg xmlns="http://www.w3.org/2000/svg" onload="${call}"/>`,
  (call) => `=HYPERLINK("javascript:${call}","go")`,
  (call) => `\u202e>${call}=rorreno x=crs gmi<`,
  (call) => `=?utf-8?q?<script>${call}</script>?=`,
  (call) => `\r\nContent-Type: text/html\r\n\r\n<script>${call}</script>`,
];

/** The whole corpus, the same each time: every element, every way out of a place, every way to write it. */
export function corpus(): Payload[] {
  const payloads: Payload[] = [];
  const seen = new Set<string>();
  const add = (write: (call: string) => string): void => {
    const pattern = write('hit(#)');
    if (payloads.length >= PAYLOADS_IN_ALL || seen.has(pattern)) return;
    seen.add(pattern);
    const id = 1000 + payloads.length;
    payloads.push({ id, text: pattern.replaceAll('#)', `${id})`) });
  };
  for (const write of ELSEWHERE) add(write);
  for (const element of ELEMENTS) add(element);
  for (const out of OUT_OF) for (const element of ELEMENTS) add((call) => out + element(call));
  // The rest of all that can be combined, in steps that come past everything.
  for (let n = 0; payloads.length < PAYLOADS_IN_ALL; n += 1) {
    const element = ELEMENTS[n % ELEMENTS.length];
    const written = WRITTEN[(n * 7 + Math.floor(n / ELEMENTS.length)) % WRITTEN.length];
    const out = OUT_OF[(n * 5 + Math.floor(n / 480)) % OUT_OF.length];
    add((call) => written(out + element(call)));
  }
  return payloads;
}
