/** What happened and what to do, from what a failed npm wrote. */
export function explain(output: string): string;
