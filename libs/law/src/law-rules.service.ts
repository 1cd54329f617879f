import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { notFound, officeToday } from '@app/platform';
import {
  ageOf,
  describeFacts,
  doubtsAbout,
  isVerified,
  TRIGGERS,
  type CompositeRule,
  type DeriveContext,
  type RuleAge,
  type RuleRecord,
  type RuleSet,
} from '@app/rules';
import { currentVersion, replacedBy } from './current-version';
import { LawBasis } from './law-basis';
import type { RuleQuery } from './rule.dto';
import {
  CompositePartView,
  conditionsOf,
  LawChangeView,
  plainFields,
  type LawChanges,
  type LawRuleItem,
  type LawRules,
  type LawRuleView,
  type RuleVersionView,
  type VerificationView,
} from './rule.view';
import { verificationsOf } from './verification.queries';

type Context = DeriveContext & { law: RuleSet };

/** Reads the law as this office has it: the shipped records and what its attorneys have recorded about them. */
@Injectable()
export class LawRulesService {
  constructor(private readonly basis: LawBasis) {}

  /** One line per rule id, in the order of the catalogue, composites last. */
  async list(query: RuleQuery): Promise<LawRules> {
    const context = await this.context();
    const { law } = context;
    const ids = [...new Set(law.rules.map((rule) => rule.id))];
    const items = [
      ...ids.map((id) => itemOf(id, context)),
      ...law.composites.map((composite) => compositeItem(composite, context)),
    ];
    const checked = law.rules.map((rule) => rule.checkedOn).sort();
    return {
      ruleSetVersion: law.version,
      checkedOn: checked.at(-1) ?? '',
      items: items.filter((item) => matches(item, query)),
    };
  }

  /** A rule by id or alias with every version of it. @throws Problem 404 */
  async view(idOrAlias: string): Promise<LawRuleView> {
    const context = await this.context();
    const { law } = context;
    const composite = law.composites.find(({ id }) => id === idOrAlias);
    if (composite) return compositeView(composite, context);
    const id = law.versionsOf(idOrAlias)[0]?.id;
    const current = id === undefined ? null : currentVersion(law, id, context.today);
    if (!current) throw notFound();
    const versions = law.versionsOf(current.id).filter((rule) => rule.id === current.id);
    const verifications = await verificationsOf(current.id);
    return {
      ...identity(current, context),
      composite: false,
      notes: [],
      parts: [],
      versions: versions.map((rule) => versionOf(rule, rule === current, verifications, context)),
    };
  }

  /** The change log, newest first. */
  changes(): LawChanges {
    const { version, changes } = this.basis.ruleSet;
    return {
      ruleSetVersion: version,
      items: [...changes].reverse().map((change) => LawChangeView.of(change)),
    };
  }

  private async context(): Promise<Context> {
    return { ...(await this.basis.context()), today: await officeToday() };
  }
}

function identity(rule: Pick<CompositeRule, 'id' | 'title' | 'family' | 'citation'>, { law }: Context) {
  const aliases = aliasesOf(rule.id, law);
  const names = [rule.id, ...aliases];
  return {
    ruleSetVersion: law.version,
    ...{ id: rule.id, aliases, title: rule.title, family: rule.family, citation: rule.citation },
    facts: describeFacts(rule.id, law).map((fact) => ({ ...fact })),
    changes: law.changes
      .filter(({ rules }) => rules.some((id) => names.includes(id)))
      .map((change) => LawChangeView.of(change))
      .reverse(),
    can: { verify: may('law.verify') },
  };
}

const aliasesOf = (id: string, law: RuleSet): string[] => [
  ...new Set(law.versionsOf(id).flatMap((rule) => (rule.id === id ? (rule.aliases ?? []) : []))),
];

function itemOf(id: string, context: Context): LawRuleItem {
  const { law } = context;
  const rule = currentVersion(law, id, context.today)!;
  const { title, family, kind, actor, status, citation, confidence } = rule;
  return {
    ...{ id, title, family, kind, actor, status, citation, confidence },
    aliases: aliasesOf(id, law),
    composite: false,
    period: rule.period ? { ...rule.period } : null,
    currentVersion: rule.version,
    versions: law.versionsOf(id).filter((version) => version.id === id).length,
    verified: isVerified(rule, context),
    age: ageOf(rule, context),
  };
}

const WORST: readonly RuleAge[] = ['stale', 'review_due', 'fresh'];

/** A composite is as good as the worst of its parts. */
function compositeItem(composite: CompositeRule, context: Context): LawRuleItem {
  const { id, title, family, citation, parts } = composite;
  const rules = parts.flatMap(({ rule }) => currentVersion(context.law, rule, context.today) ?? []);
  const ages = rules.map((rule) => ageOf(rule, context));
  return {
    ...{ id, title, family, citation },
    ...{ kind: null, actor: null, status: null, period: null, currentVersion: null, confidence: null },
    aliases: [],
    composite: true,
    versions: 0,
    verified: rules.length > 0 && rules.every((rule) => isVerified(rule, context)),
    age: WORST.find((age) => ages.includes(age)) ?? 'fresh',
  };
}

function compositeView(composite: CompositeRule, context: Context): LawRuleView {
  const { law, today } = context;
  return {
    ...identity(composite, context),
    composite: true,
    notes: [...composite.notes],
    parts: composite.parts.map((part) =>
      CompositePartView.of(part, currentVersion(law, part.rule, today)?.title ?? part.rule),
    ),
    versions: [],
  };
}

function versionOf(
  rule: RuleRecord,
  current: boolean,
  verifications: readonly VerificationView[],
  context: Context,
): RuleVersionView {
  return {
    ...plainFields(rule),
    current,
    replacedBy: replacedBy(context.law, rule),
    appliesIf: conditionsOf(rule),
    trigger: { name: rule.trigger, label: TRIGGERS[rule.trigger].label },
    otherReadings: rule.otherReadings.map(({ name, label, status, period }) => ({
      ...{ name, label, status },
      period: { ...period },
    })),
    verified: isVerified(rule, context),
    age: ageOf(rule, context),
    warnings: doubtsAbout([rule], context),
    verifications: verifications.filter(({ ruleVersion }) => ruleVersion === rule.version),
  };
}

function matches(item: LawRuleItem, { q, family, status, verified }: RuleQuery): boolean {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = [item.id, ...item.aliases, item.title, item.citation].join(' ').toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (family === undefined || item.family === family) &&
    (status === undefined || item.status === status) &&
    (verified === undefined || item.verified === verified)
  );
}
