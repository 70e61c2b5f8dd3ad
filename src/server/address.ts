import type { Request } from "express";

/** The base address of the service, without a slash at its end: the configured one, else the one that was asked. */
export function addressOf({ protocol, host }: Request, configured: string | undefined): string {
  return configured ?? `${protocol}://${host}`;
}
