import type { Api } from '../../test/support/client';
import { linkFact, uploadDocument } from '../../test/support/factories/document';
import { docxOf, pdfOf, pngOf } from '../../test/support/factories/files';
import type { Days } from './days';

/** Papers of one client: an order whose date is read from its second page, a scan, a letter and its translation. */
export async function fileDocuments(api: Api, clientId: string, days: Days): Promise<void> {
  const order = await uploadDocument(api, clientId, {
    title: 'Decision of the immigration judge, certified copy',
    category: 'order',
    receivedOn: days.on(-40),
    source: 'Record of proceedings, from the court',
    fileName: 'decision.pdf',
    bytes: pdfOf([
      'UNITED STATES DEPARTMENT OF JUSTICE\nExecutive Office for Immigration Review\n\nCover page of the record (invented)',
      "ORDER OF THE IMMIGRATION JUDGE (invented)\n\nUpon the basis of the respondent's admissions, it is ordered\nthat the respondent be removed.\n\nServed by mail.",
    ]),
  });
  await linkFact(api, clientId, order.id, 2);
  await uploadDocument(api, clientId, {
    ...{ title: 'Work permit, front', category: 'identity', receivedOn: days.on(-12), source: 'The client' },
    ...{ fileName: 'permit.png', bytes: pngOf(640, 400) },
  });
  const letter = await uploadDocument(api, clientId, {
    ...{
      title: 'Carta de la hermana',
      category: 'evidence',
      language: 'es',
      source: 'Sister',
      fileName: 'carta.docx',
    },
    bytes: docxOf(['A quien corresponda:', 'Mi hermano cuida de nuestra madre desde hace veinte años.']),
  });
  await uploadDocument(api, clientId, {
    ...{ title: 'Letter of the sister, translation', category: 'evidence', language: 'en' },
    ...{ translationOf: letter.id, fileName: 'letter.txt' },
    bytes: Buffer.from('To whom it may concern:\nMy brother has cared for our mother for twenty years.\n'),
  });
}
