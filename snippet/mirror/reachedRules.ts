// Rules whose declarations script has reached for: those are set without a call that could be wrapped, for as long as script holds them.
// Looked at once with the next flush, and then, of the last ones, at the slow rhythm.

const MOST_REACHED = 64;

export function createReachedRules(changed: (rule: CSSRule) => void) {
  const told = new Map<CSSRule, string>();
  const fresh = new Set<CSSRule>();

  function look(rule: CSSRule): void {
    if (!rule.parentStyleSheet) return void told.delete(rule);
    const now = rule.cssText;
    if (now === told.get(rule)) return;
    told.set(rule, now);
    changed(rule);
  }

  return {
    add(rule: CSSRule): void {
      if (!told.has(rule)) {
        if (told.size >= MOST_REACHED) {
          const oldest = told.keys().next().value!;
          look(oldest);
          told.delete(oldest);
          fresh.delete(oldest);
        }
        told.set(rule, rule.cssText);
      }
      fresh.add(rule);
    },
    look(): void {
      fresh.forEach(look);
      fresh.clear();
    },
    lookAtAll(): void {
      for (const rule of told.keys()) look(rule);
    },
  };
}
