import { columns, say } from './say.mjs';

/** Where to look and how to sign in. */
export function welcome({ port, home, place, mailPage, signIns }, seconds) {
  const address = process.env.PUBLIC_URL || `http://localhost:${port}`;
  say(`\nVacatur is ready after ${seconds}.\n`);
  const rows = [
    ['Open', address],
    ['API and its documentation', `${address}/api/docs`],
    ...(mailPage ? [['Mail it would have sent', mailPage]] : []),
    ['Data, logs, root.key', home],
    ...(place && place !== home ? [['Database files', place]] : []),
  ];
  columns(rows).forEach((line) => say(line));
  if (signIns.length > 0) {
    say('\nSign in with one of the demo accounts:\n');
    const table = signIns.map((one) => [words(one.role), one.email, one.password, one.organisation ?? '']);
    columns([['Role', 'E-mail', 'Password', 'Organisation'], ...table]).forEach((line) => say(line));
  }
  say('\nCtrl-C stops everything.');
}

const words = (role = '') => role.replaceAll('_', ' ');
