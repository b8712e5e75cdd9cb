import { amount } from './paths';

/** How many customers the reseller has whose work is measured. */
export const CUSTOMERS = amount('MKM_BENCH_CUSTOMERS', 100_000);

/** How many the other resellers have together; 1,000 each. */
export const OTHERS = amount('MKM_BENCH_OTHERS', 900_000);
