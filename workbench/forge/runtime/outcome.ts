export type Outcome =
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "failed"; readonly code: FailureCode; readonly message: string; readonly stack: string };

/** All but FUNCTION_ERROR are retry reasons of `@forge/events`. */
export type FailureCode =
  | "FUNCTION_TIME_OUT"
  | "FUNCTION_OUT_OF_MEMORY"
  | "FUNCTION_ERROR"
  | "FUNCTION_PLATFORM_UNKNOWN_ERROR";

export function failure(code: FailureCode, message: string, stack = ""): Outcome {
  return { kind: "failed", code, message, stack };
}
