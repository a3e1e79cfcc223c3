import { expect } from "@open-wc/testing";
import { AuditLogError } from "../../src/core/errors.js";

/** Returns the AuditLogError that a promise rejects with. Fails if the promise does anything else. */
export async function catchError(promise: Promise<unknown>): Promise<AuditLogError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(AuditLogError);
    return error as AuditLogError;
  }
  throw new Error("It did not reject.");
}
