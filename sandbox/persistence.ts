import { z } from 'zod';

import type { Delivery } from './core/delivery';
import { readState, StateFile, unusable } from './core/stateFile';
import type { KeptMails } from './mail';
import type { World } from './world';

const VERSION = 1;

const stateSchema = z.object({
	version: z.literal(VERSION),
	clockOffset: z.number(),
	vendors: z.record(z.record(z.unknown())),
	// Files of earlier versions have none.
	erp: z.record(z.unknown()).optional(),
	inbox: z.custom<KeptMails>((each) => typeof each === 'object' && each !== null).optional(),
	deliveries: z.array(z.custom<Delivery>((each) => typeof each === 'object' && each !== null)),
});

/** Takes up what a state file holds, and keeps it up to date from then on. */
export async function keepState(path: string, world: World): Promise<StateFile> {
	const kept = await readState(path);
	if (kept !== undefined) {
		try {
			restore(stateSchema.parse(kept), world);
		} catch {
			throw unusable(path);
		}
	}
	return new StateFile(path, () => snapshot(world));
}

function restore(kept: z.output<typeof stateSchema>, world: World): void {
	world.clock.setOffset(kept.clockOffset);
	world.deliveries.restore(kept.deliveries);
	for (const vendor of world.vendors) {
		const data = kept.vendors[vendor.name];
		if (data !== undefined) vendor.restore(data);
	}
	if (kept.erp !== undefined) world.erp.restore(kept.erp);
	if (kept.inbox !== undefined) world.inbox.restore(kept.inbox);
}

function snapshot({ clock, deliveries, vendors, erp, inbox }: World): Record<string, unknown> {
	return {
		version: VERSION,
		clockOffset: clock.offset,
		vendors: Object.fromEntries(vendors.map((vendor) => [vendor.name, vendor.snapshot()])),
		erp: erp.snapshot(),
		inbox: inbox.snapshot(),
		deliveries: [...deliveries.all()],
	};
}
