/** Values in a round of `overRounds`. */
export const ROUND = 2_000;

/** The smallest value that at least this share of all values does not exceed. */
export function percentile(values: Iterable<number>, share: number): number {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: Iterable<number>): number {
	return percentile(values, 0.5);
}

/** Percentile of each round, and the median of these: a few slow moments do not decide. */
export function overRounds(values: Float64Array, share: number): number {
	const rounds = Array.from({ length: Math.ceil(values.length / ROUND) }, (_, index) =>
		values.subarray(index * ROUND, (index + 1) * ROUND),
	);
	return median(rounds.map((round) => percentile(round, share)));
}
