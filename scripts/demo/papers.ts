import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../test/support/client';
import type { Program } from './program';
import type { Teller } from './teller';

const PAPERS = [
  ['motion_cover_page', 'Cover page of the motion to reopen and terminate'],
  ['proposed_order', 'Proposed order'],
  ['certificate_of_service', 'Certificate of service'],
] as const;

/** Prints the three papers as drafts, tells what each still lacks, and returns where the files are. */
export async function printPapers(
  program: Program,
  teller: Teller,
  clientId: string,
  folder: string,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  teller.say(
    'What is missing is listed before anything is printed; a blank is ruled and labelled, never a gap.',
  );
  const files: string[] = [];
  for (const [kind, title] of PAPERS)
    files.push(await printOne(program, teller, { clientId, folder, kind, title }));
  return files;
}

interface Paper {
  clientId: string;
  folder: string;
  kind: string;
  title: string;
}

async function printOne(program: Program, teller: Teller, paper: Paper): Promise<string> {
  const { clientId, folder, kind, title } = paper;
  const path = `/clients/${clientId}/filings`;
  const refused = await program.attempt(path, { kind });
  teller.say();
  teller.say(`${title}:`, 2);
  if (refused.status === 422) {
    teller.say('refused as it is, because these facts are missing:', 4);
    teller.points(
      refused.body.blanks.map((blank: Json) => `${blank.label} (${blank.where})`),
      4,
    );
  }
  const draft = await program.create(path, { kind, acceptBlanks: true });
  const signed = await program.attempt(`/filings/${draft.id}/sign-off`, {}, draft);
  const { bytes } = await program.file(`/filings/${draft.id}/pdf`);
  const same = createHash('sha256').update(bytes).digest('hex') === draft.sha256;
  const file = join(folder, `${kind.replaceAll('_', '-')}.pdf`);
  writeFileSync(file, bytes, { mode: 0o600 });
  teller.say(
    `printed as a draft with ruled blanks, ${bytes.length} bytes, ${same ? 'as recorded' : 'NOT as recorded'}`,
    4,
  );
  teller.say(
    signed.status === 422 ? 'sign-off refused while blanks remain' : `sign-off answered ${signed.status}`,
    4,
  );
  teller.say(`→ ${file}`, 4);
  return file;
}
