/** How many requests a project has within a minute, by “Usage limits” of Google Sheets' API. */
const REQUESTS_A_MINUTE = 60;

export interface QuotaOptions {
	/** How long a minute takes. */
	minuteMs: number;
	/** How many requests of a minute others have taken, who use the same project. */
	others?: () => number;
}

/** Google's limit of requests: what goes beyond it within a minute is refused. */
export class GoogleQuota {
	/** How often it has refused. */
	refusals = 0;
	#minute = -1;
	#used = 0;
	readonly #options: QuotaOptions;

	constructor(options: QuotaOptions) {
		this.#options = options;
	}

	/** Whether one more request is within the limit; counts it. */
	allows(now = Date.now()): boolean {
		const { minuteMs, others = () => 0 } = this.#options;
		const minute = Math.floor(now / minuteMs);
		if (minute !== this.#minute) {
			this.#minute = minute;
			this.#used = others();
		}
		if (++this.#used <= REQUESTS_A_MINUTE) return true;
		this.refusals++;
		return false;
	}
}
