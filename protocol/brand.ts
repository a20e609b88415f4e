// Nominal types: keeps values that share a representation from being mixed up. No run-time cost.
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
