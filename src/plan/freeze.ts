/** Freezes a plan deeply. Objects that are already frozen, such as the model, are skipped. */
export function frozen<Plan>(plan: Plan): Plan {
  if (typeof plan !== "object" || plan === null || Object.isFrozen(plan)) return plan;
  Object.freeze(plan);
  for (const part of Object.values(plan)) frozen(part);
  return plan;
}
