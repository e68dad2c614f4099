import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '../../runtime/progress';
import type { Random } from '../../sandbox/play/random';
import { GoogleQuota } from '../../test/support/googleQuota';
import type { DayStage } from './stage';

/** How long the mail server puts everything off, in minutes. */
const BUSY_MINUTES = 10;
/** Every so many requests the ERP answers 500. */
const ERP_FAILS_EVERY = 5;
/** What others leave of Google's 60 requests, in a minute like any other. */
const LEFT = [60, 60, 12, 6, 3, 0] as const;
const ALL = 60;

/** What goes wrong in a day beside the kills. */
export class Faults {
	readonly quota: GoogleQuota;
	readonly #stage: DayStage;
	readonly #minuteMs: number;

	constructor(stage: DayStage, { minuteMs, random }: { minuteMs: number; random: Random }) {
		this.#stage = stage;
		this.#minuteMs = minuteMs;
		this.quota = new GoogleQuota({ minuteMs, others: () => ALL - random.pick(LEFT) });
	}

	/** From now on Google has a limit, and the ERP fails again and again. */
	async begin(): Promise<void> {
		this.#stage.google.quota = this.quota;
		const fault = { kind: 'status', status: 500, every: ERP_FAILS_EVERY };
		await this.#stage.control('POST', 'erp/faults', fault);
	}

	/** All answer again. Gives how often the ERP has answered 500. */
	async end(): Promise<number> {
		this.#stage.google.quota = undefined;
		await this.#stage.control('DELETE', 'erp/faults');
		const asked = await this.#stage.control<Array<{ status: number | null }>>(
			'GET',
			'erp/requests',
		);
		return asked.filter(({ status }) => status === 500).length;
	}

	/** The mail server is busy for ten minutes. */
	async mailServerIsBusy(log: Log): Promise<void> {
		const { mails } = this.#stage;
		log(`The mail server refuses everything for ${BUSY_MINUTES} minutes.`);
		mails.isBusy = true;
		await sleep(BUSY_MINUTES * this.#minuteMs);
		mails.isBusy = false;
		log('The mail server takes mails again.');
	}
}
