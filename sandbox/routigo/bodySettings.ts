import { z } from 'zod';

import { TYPES } from './defaults';

/** The current notifications' bodies are not documented, so they come in several made-up shapes. */
export const bodySettings = z.object({
	/** The shape of notifications; RoutiGo's own is not known. */
	bodyStructure: z
		.enum(['nested', 'flat', 'bare', 'deep', 'array', 'otherNames', 'minimal'])
		.default('nested'),
	/** A type below the event's own: a notification for each object, or one with all of them. */
	smallerTypes: z.enum(['each', 'list']).default('each'),
	/** How notifications write times. */
	bodyTimes: z.enum(['utc', 'offset', 'local', 'epoch', 'none']).default('utc'),
	/** Whether notifications hold the end status of an assignment. */
	bodyEndStatus: z.boolean().default(true),
	/** The end status of a pick-up that is done. RoutiGo documents `DELIVERED` as that of all assignments. */
	pickUpEndStatus: z.enum(['DELIVERED', 'PICKED_UP']).default('DELIVERED'),
	/** Bodies by type that are sent as they are, such as real ones once somebody has some. */
	fixedBodies: z.record(z.enum(TYPES), z.unknown()).default({}),
	/** A leg in the legacy body that belongs to no order. */
	legacyDepotLeg: z.boolean().default(false),
});
