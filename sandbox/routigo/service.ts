import type { Delivery } from '../core/delivery';
import { FaultBoard } from '../core/faults';
import { RequestLog } from '../core/requests';
import { Settings } from '../core/settings';
import type { Services } from '../core/vendor';
import { Keys } from './keys';
import type { Occurrence, Tour } from './model';
import { notify } from './notify';
import { secretsOf } from './secrets';
import { settingsSchema } from './settings';
import { Store } from './store';

/** What RoutiGo does; the API and the control interface are two doors to it. */
export class RoutigoService {
	readonly settings = new Settings(settingsSchema);
	readonly faults = new FaultBoard();
	readonly requests = new RequestLog();
	readonly keys = new Keys();
	readonly store = new Store();

	constructor(readonly services: Services) {
		this.hideSecrets();
	}

	/** Has every secret masked from now on. */
	hideSecrets(): void {
		const keys = this.keys.all().map(({ value }) => value);
		const hooks = this.store.hooks.flatMap(({ config }) => secretsOf(config));
		for (const secret of [...keys, ...hooks]) this.services.mask.add(secret);
	}

	/** The time of whatever happens now. */
	stamp(): string {
		return this.services.clock.now().toISOString();
	}

	/** Tells the webhooks that are registered for it; resolves after the first tries. */
	async emit(tour: Tour, events: readonly Occurrence[]): Promise<Delivery[]> {
		if (events.length > 0) tour.lastEvents = [...events];
		const sent = events.flatMap((event) =>
			this.store.hooks.flatMap((hook) => notify(this, hook, tour, event)),
		);
		return (await Promise.all(sent)).flat();
	}

	reset(): void {
		this.settings.reset();
		this.faults.clear();
		this.requests.clear();
		this.keys.reset();
		this.store.reset();
	}
}
