/** Freezes a plan through and through. What is frozen already, such as the model, is left as it is. */
export function frozen<Plan>(plan: Plan): Plan {
  if (typeof plan !== "object" || plan === null || Object.isFrozen(plan)) return plan;
  Object.freeze(plan);
  for (const part of Object.values(plan)) frozen(part);
  return plan;
}
