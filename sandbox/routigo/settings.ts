import { z } from 'zod';

import { bodySettings } from './bodySettings';
import { deliverySettings } from './deliverySettings';

/** What RoutiGo does not document; each default is the likeliest reading. */
export const settingsSchema = z
	.object({
		/** Plain text is documented; the others are what a proxy in between might make of it. */
		errorForm: z.enum(['text', 'json', 'html', 'empty']).default('text'),

		/** Whether webhooks with `http://` are refused. */
		httpsOnly: z.boolean().default(false),
		/** A webhook with the same event, type and URL as another. */
		identicalWebhooks: z.enum(['allowed', 'refused']).default('allowed'),
		/** Pairs such as "STOP_DONE/TOUR" that are refused. */
		refusedPairs: z.array(z.string()).default([]),
		/** Whether PUT replaces a webhook, or only the fields that are sent. */
		update: z.enum(['replaces', 'merges']).default('replaces'),
		/** A call without content to the address at creation; `required` refuses when it fails. */
		pingOnCreate: z.enum(['no', 'sent', 'required']).default('no'),
		/** The header `Location` of a new webhook. */
		location: z.enum(['relative', 'path', 'absolute', 'misleading', 'none']).default('relative'),

		/** How fields that are not set stand in answers. */
		unsetTimings: z.enum(['null', 'omitted']).default('null'),
		/** Service centres that are not set, in answers. */
		unsetServiceCentres: z.enum(['omitted', 'null', 'empty']).default('omitted'),
		/** Headers and query parameters that are not set, in answers. */
		unsetRecords: z.enum(['omitted', 'null', 'empty']).default('omitted'),
		/** RoutiGo's examples show headers and parameters in clear. */
		secretsShown: z.enum(['clear', 'masked', 'omitted']).default('clear'),
		/** Whether a key sees all webhooks of the company, or those made with it. */
		webhooksSeen: z.enum(['company', 'own']).default('company'),

		/** Whether each of the two lists also holds what was made by the other version. */
		lists: z.enum(['separate', 'common']).default('separate'),

		/** An upload with an empty house number, as RoutiGo's own plugin sends it for a street without one. */
		emptyHouseNumber: z.enum(['taken', 'refused']).default('taken'),
		/** An upload with a pick-up address of which only some parts are filled. */
		partlyEmptyPickup: z.enum(['taken', 'refused']).default('taken'),
		/** An upload with the time of day `P`, which RoutiGo's own plugin makes of midnight. */
		bareP: z.enum(['taken', 'refused']).default('taken'),
		/** The answer to an upload of orders. */
		trackingId: z.enum(['sent', 'missing', 'number']).default('sent'),
	})
	.merge(bodySettings)
	.merge(deliverySettings)
	.strict();

export type RoutigoSettings = z.output<typeof settingsSchema>;
