import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ClientsService } from '@app/clients';
import { badField, changed, db, newId } from '@app/platform';
import { chargeByCode } from '@app/rules';
import type { EditCharge, NewCharge } from './proceeding.dto';
import { named, requireRow } from './removal-rows';
import { ChargeConviction, ChargeRecord, ConvictionRecord, Proceeding } from './removal.entity';

/** Charges, by their EOIR codes, and the convictions they rest on. No date hangs on them. */
@Injectable()
export class ChargesService {
  constructor(private readonly clients: ClientsService) {}

  async add(proceedingId: string, input: NewCharge): Promise<string> {
    const { clientId } = await requireRow(Proceeding, proceedingId);
    const id = newId();
    await db().insert(ChargeRecord, {
      id,
      clientId,
      proceedingId,
      code: readCode(input.code),
      status: input.status,
      origin: input.origin ?? 'charged',
      ...(await this.seal(clientId, id, input.note)),
    });
    await this.link(clientId, id, input.convictionIds ?? []);
    changed(...named('charge', input));
    return id;
  }

  async edit(id: string, version: number, input: EditCharge): Promise<void> {
    const row = await requireRow(ChargeRecord, id);
    await db().update(ChargeRecord, row, version, {
      ...(input.code ? { code: readCode(input.code) } : {}),
      ...(input.status ? { status: input.status } : {}),
      ...(input.origin ? { origin: input.origin } : {}),
      ...(await this.seal(row.clientId, id, input.note)),
    });
    if (input.convictionIds) {
      await db().remove(ChargeConviction, { chargeId: id });
      await this.link(row.clientId, id, input.convictionIds);
    }
    changed(...named('charge', input));
  }

  private async link(clientId: string, chargeId: string, convictionIds: string[]): Promise<void> {
    const wanted = [...new Set(convictionIds)];
    if (wanted.length === 0) return;
    const known = await db().findAll(ConvictionRecord, { clientId, id: In(wanted) });
    const missing = convictionIds.findIndex((id) => !known.some((row) => row.id === id));
    if (missing >= 0)
      throw badField(
        `convictionIds[${missing}]`,
        'unknown_conviction',
        'This client has no such conviction.',
      );
    await db().insertAll(
      ChargeConviction,
      wanted.map((convictionId) => ({ id: newId(), clientId, chargeId, convictionId })),
    );
  }

  private async seal(clientId: string, id: string, note?: string | null): Promise<Partial<ChargeRecord>> {
    if (note === undefined) return {};
    return { note: (await this.clients.key(clientId)).box('charge', id).seal('note', note?.trim() || null) };
  }
}

function readCode(text: string): string {
  const charge = chargeByCode(text);
  if (!charge)
    throw badField('code', 'unknown_charge', 'There is no charge with this code. Pick one from the list.');
  return charge.code;
}
