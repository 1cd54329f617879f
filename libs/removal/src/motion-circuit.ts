import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CircuitOfMatter } from '@app/deadlines';
import { currentActor, db, Keyring } from '@app/platform';
import { courtByCode } from '@app/rules';
import { Proceeding } from './removal.entity';

/** Which circuit's law a motion meets: that of the court where the proceedings were. */
@Injectable()
export class MotionCircuit implements OnModuleInit {
  constructor(
    private readonly matter: CircuitOfMatter,
    private readonly keyring: Keyring,
  ) {}

  onModuleInit(): void {
    this.matter.learn((clientId) => this.of(clientId));
  }

  /** The one circuit of all courts that are recorded, or null when there is none, or more than one. */
  private async of(clientId: string): Promise<string | null> {
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    if (key.erased) return null;
    const rows = await db().findAll(Proceeding, { clientId });
    const circuits = rows.map((row) => {
      const code = key.box('proceeding', row.id).open('court_code', row.courtCode);
      return (code && courtByCode(code)?.circuit) ?? null;
    });
    const [one, ...others] = [...new Set(circuits)];
    return others.length === 0 ? (one ?? null) : null;
  }
}
