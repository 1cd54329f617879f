import type { INestApplicationContext } from '@nestjs/common';
import { NoteIndex } from '@app/cases';
import { IdentityIndex } from '@app/clients';
import { DeadlineDuty } from '@app/deadlines';
import { DocumentFiles } from '@app/documents';
import { ReferralDuty } from '@app/intake';
import { Database, Log } from '@app/platform';
import { AnchorDuty, ErasureService } from '@app/retention';
import { AuditDuty } from './audit.duty';
import type { Duty } from './duty';
import { MailDuty } from './mail.duty';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * What the worker does and how often. A duty of another library is a service of it, called here for each
 * organisation; two workers may run the same round at once, so a round must be safe to repeat.
 */
export function dutiesOf(app: INestApplicationContext): Duty[] {
  return [
    app.get(MailDuty),
    heartbeat(app.get(Log)),
    tidy(app.get(Database), app.get(Log)),
    followTheLaw(app.get(DeadlineDuty)),
    recount(app.get(DeadlineDuty)),
    app.get(AuditDuty),
    erase(app.get(ErasureService)),
    anchor(app.get(AnchorDuty)),
    indexNotes(app.get(NoteIndex)),
    indexPeople(app.get(IdentityIndex)),
    tidyFiles(app.get(DocumentFiles), app.get(Log)),
    forgetReferrals(app.get(ReferralDuty)),
  ];
}

/** One line a minute, so that a log without it shows that the worker is gone. */
function heartbeat(log: Log): Duty {
  return {
    name: 'heartbeat',
    everyMs: MINUTE,
    round: async () => {
      log.info({ event: 'worker alive', duty: 'heartbeat' });
      return 0;
    },
  };
}

/** Removes what has run out: sessions, reset links, counted failures, answers kept for repeated requests. */
function tidy(database: Database, log: Log): Duty {
  return {
    name: 'tidy',
    everyMs: 60 * MINUTE,
    round: async () => {
      const [{ count }] = await database.outside<{ count: number }>('SELECT sec.tidy() AS count');
      if (count > 0) log.info({ event: 'tidied', duty: 'tidy', count });
      return 0;
    },
  };
}

/** Counts an office anew within a minute of a change of its rules, its calendar or its attorneys' checks. */
function followTheLaw(deadlines: DeadlineDuty): Duty {
  return {
    name: 'law',
    everyMs: MINUTE,
    round: async () => {
      await deadlines.followTheLaw();
      return 0;
    },
  };
}

/** Counts all deadlines anew once a day and at every start. It must find nothing; what it finds it reports itself. */
function recount(deadlines: DeadlineDuty): Duty {
  return {
    name: 'deadlines',
    everyMs: DAY,
    round: async () => {
      await deadlines.run();
      return 0;
    },
  };
}

/** Makes people findable who were entered before name checks and second A-numbers were looked up. */
function indexPeople(people: IdentityIndex): Duty {
  return { name: 'identity index', everyMs: DAY, round: () => people.round() };
}

/** Makes notes findable that were written before there was an index; a note is indexed as it is written. */
function indexNotes(notes: NoteIndex): Duty {
  return { name: 'note index', everyMs: DAY, round: () => notes.round() };
}

/** Carries out approved destructions whose waiting time is over, and goes on with one that was interrupted. */
function erase(erasure: ErasureService): Duty {
  return { name: 'retention', everyMs: MINUTE, round: () => erasure.round() };
}

/** Puts files of uploads aside that were broken off after the file was written and before its row was. */
function tidyFiles(files: DocumentFiles, log: Log): Duty {
  return {
    name: 'files',
    everyMs: DAY,
    round: async () => {
      const count = await files.tidy();
      if (count > 0) log.info({ event: 'files without a row put aside', duty: 'files', count });
      return 0;
    },
  };
}

/** Forgets people who were not taken on, when their time is over. */
function forgetReferrals(referrals: ReferralDuty): Duty {
  return { name: 'referrals', everyMs: DAY, round: () => referrals.run() };
}

/** Reads the audit trails whole once an hour and notes their ends outside the database. */
function anchor(duty: AnchorDuty): Duty {
  return {
    name: 'anchor',
    everyMs: 60 * MINUTE,
    round: async () => {
      await duty.round();
      return 0;
    },
  };
}
