/** Surveys that a plan names since the second version: one that knew of neither asked for neither. */
const namedSince = { followUp: false, waiting: false };

/** A programme of the first version as one of the second. Throws where it is no programme. */
export function upgradeProgramme(old: unknown): unknown {
  const programme = old as { readonly plan: { readonly surveys?: object } };
  const { surveys } = programme.plan;
  return surveys === undefined
    ? programme
    : { ...programme, plan: { ...programme.plan, surveys: { ...namedSince, ...surveys } } };
}
