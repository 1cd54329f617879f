import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { may, usePermission } from '@app/access';
import { ClientsService } from '@app/clients';
import {
  about,
  cannot,
  changed,
  currentActor,
  db,
  Idempotency,
  Keyring,
  newId,
  notFound,
  Problem,
  staleVersion,
  UnitOfWork,
} from '@app/platform';
import { Filing, FilingPrint } from './filing.entity';
import { readFiling, readFilings, viewOf } from './filing.queries';
import type { FilingList, FilingView } from './filing.view';
import { layOut, printable, templateOf, type PaperFacts } from './papers';
import { closeRenderer, renderPdf } from './render-pdf';
import type { FilingKind } from './templates/template';

const READ = { action: 'filing.create', rule: 'none', aboutClient: false } as const;

/** Makes papers for courts, keeps the bytes as issued, and takes the draft mark off when an attorney signs off. */
@Injectable()
export class FilingsService implements OnModuleDestroy {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly work: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Prints a draft. `gather` reads the facts in a short transaction; printing happens outside any; the paper and its
   * audit entry are written in a second one.
   *
   * @throws Problem 422 `blanks_remain` with the list, unless the person accepts blanks
   */
  async draft<K extends FilingKind>(
    clientId: string,
    kind: K,
    acceptBlanks: boolean,
    gather: () => Promise<PaperFacts[K]>,
  ): Promise<FilingView> {
    const facts = await this.work.run(READ, gather);
    const paper = layOut(kind, facts);
    if (paper.blanks.length > 0 && !acceptBlanks) {
      throw cannot(
        'blanks_remain',
        'Some facts are missing. Record them, or accept that they print as ruled blanks.',
        {
          blanks: paper.blanks,
        },
      );
    }
    const pdf = await this.print(paper.document, false);
    return this.work.run(usePermission('filing.create'), async () => {
      await this.clients.require(clientId);
      return this.idempotency.once(async () => this.keep(clientId, kind, facts, paper.blanks, pdf));
    });
  }

  /**
   * Signs a draft off: refused while blanks remain; prints it without the draft mark. What cannot be signed off is
   * not printed, and is refused only after a repeated request has found its first answer.
   *
   * @throws Problem 404, 412, 422
   */
  async signOff(filingId: string, version: number): Promise<FilingView> {
    const { filing, facts } = await this.work.run({ ...READ, action: 'filing.sign_off' }, () =>
      this.facts(filingId),
    );
    const refusal = refusalOf(filing, version);
    const pdf = refusal ? null : await this.print(layOut(filing.kind as FilingKind, facts).document, true);
    return this.work.run(usePermission('filing.sign_off'), async () => {
      about(filing.clientId);
      return this.idempotency.once(async () => {
        if (!pdf) throw refusal;
        await db().update(Filing, filing, version, {
          status: 'signed_off',
          signedOffBy: currentActor().userId,
          signedOffAt: new Date(),
        });
        await this.keepPrint(filing.clientId, filingId, pdf, true);
        changed('status');
        return this.view(filingId);
      });
    });
  }

  /** The papers of a client, newest first. */
  async of(clientId: string): Promise<FilingList> {
    await this.clients.require(clientId);
    const rows = await readFilings(clientId);
    return { items: rows.map((row) => viewOf(row, may('filing.sign_off'))) };
  }

  /** The latest printing of a paper. */
  async pdf(filingId: string): Promise<{ kind: FilingKind; pdf: Buffer }> {
    const filing = await this.require(filingId);
    const prints = await db().findAll(FilingPrint, { filingId }, { madeAt: 'DESC' });
    if (prints.length === 0) throw notFound();
    const box = (await this.clients.key(filing.clientId)).box('filing_print', prints[0].id);
    return { kind: filing.kind as FilingKind, pdf: box.openBytes('pdf', prints[0].pdf) };
  }

  async onModuleDestroy(): Promise<void> {
    await closeRenderer();
  }

  private async print(document: Parameters<typeof renderPdf>[0], signedOff: boolean): Promise<Buffer> {
    try {
      return await renderPdf(document, { signedOff });
    } catch (error) {
      throw printable(error);
    }
  }

  private async require(filingId: string): Promise<Filing> {
    const filing = await db().find(Filing, { id: filingId });
    if (!filing) throw notFound();
    about(filing.clientId);
    return filing;
  }

  private async facts(filingId: string): Promise<{ filing: Filing; facts: never }> {
    const filing = await this.require(filingId);
    const box = (await this.clients.key(filing.clientId)).box('filing', filing.id);
    return { filing, facts: JSON.parse(box.open('facts', filing.facts)) as never };
  }

  private async keep<K extends FilingKind>(
    clientId: string,
    kind: K,
    facts: PaperFacts[K],
    blanks: Filing['blanks'],
    pdf: Buffer,
  ): Promise<FilingView> {
    const id = newId();
    const template = templateOf(kind);
    const box = (await this.keyring.clientKey(currentActor().orgId, clientId)).box('filing', id);
    await db().insert(Filing, {
      id,
      clientId,
      kind,
      title: template.title,
      status: 'draft',
      facts: box.seal('facts', JSON.stringify(facts)),
      blanks,
      templateVersion: template.version,
      ruleSetDate: template.ruleSetDate,
      createdBy: currentActor().userId,
    });
    await this.keepPrint(clientId, id, pdf, false);
    changed('filing');
    return this.view(id);
  }

  private async keepPrint(
    clientId: string,
    filingId: string,
    pdf: Buffer,
    signedOff: boolean,
  ): Promise<void> {
    const id = newId();
    const box = (await this.keyring.clientKey(currentActor().orgId, clientId)).box('filing_print', id);
    await db().insert(FilingPrint, {
      id,
      filingId,
      clientId,
      signedOff,
      pdf: box.sealBytes('pdf', pdf),
      sha256: createHash('sha256').update(pdf).digest('hex'),
      bytes: pdf.length,
    });
  }

  private async view(filingId: string): Promise<FilingView> {
    const row = await readFiling(filingId);
    if (!row) throw notFound();
    return viewOf(row, may('filing.sign_off'));
  }
}

/** Why this paper cannot be signed off as this person saw it, or null. */
function refusalOf(filing: Filing, version: number): Problem | null {
  if (filing.version !== version) return staleVersion(filing.version);
  if (filing.status === 'signed_off')
    return cannot('signed_off_already', 'This paper is signed off already.');
  if (filing.blanks.length === 0) return null;
  return cannot('blanks_remain', 'Blanks remain. Record the missing facts and generate the paper again.', {
    blanks: filing.blanks,
  });
}
