/** A request to an API that cannot be carried out; each vendor tells it in its own form. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}

	/** All of it in words, for a person. */
	get sentence(): string {
		return this.message;
	}
}
