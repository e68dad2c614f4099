import { z } from 'zod';
import { bodySettings } from './bodySettings';
import { deliverySettings } from './deliverySettings';

/** What RoutiGo doesn't document; each default is the likeliest reading. */
export const settingsSchema = z
	.object({
		/** Plain text is documented; the others are what a proxy in between might make of it. */
		errorForm: z.enum(['text', 'json', 'html', 'empty']).default('text'),
		/** Answer to a supplier's key where webhooks are managed. */
		supplierKeyStatus: z.union([z.literal(401), z.literal(403)]).default(401),

		unknownFields: z.enum(['refused', 'ignored']).default('refused'),
		/** null in other fields than the three where RoutiGo's example has it. */
		otherNulls: z.enum(['refused', 'accepted']).default('refused'),
		/** Times of zero or less; where they're accepted they count as not given. */
		nonPositiveTimings: z.enum(['refused', 'accepted']).default('refused'),
		httpsOnly: z.boolean().default(false),
		identicalWebhooks: z.enum(['allowed', 'refused']).default('allowed'),
		/** Pairs such as "STOP_DONE/TOUR" that are refused. */
		refusedPairs: z.array(z.string()).default([]),
		/** For PUT, no 400 is listed. */
		badUpdateStatus: z.union([z.literal(400), z.literal(500)]).default(400),
		update: z.enum(['replaces', 'merges']).default('replaces'),
		/** A call without content to the address at creation; `required` refuses when it fails. */
		pingOnCreate: z.enum(['no', 'sent', 'required']).default('no'),
		location: z.enum(['relative', 'path', 'absolute', 'misleading', 'none']).default('relative'),

		/** How fields that aren't set stand in answers. */
		unsetTimings: z.enum(['null', 'omitted']).default('null'),
		unsetServiceCentres: z.enum(['omitted', 'null', 'empty']).default('omitted'),
		unsetRecords: z.enum(['omitted', 'null', 'empty']).default('omitted'),
		/** RoutiGo's examples show headers and parameters in clear. */
		secretsShown: z.enum(['clear', 'masked', 'omitted']).default('clear'),
		/** Whether a key sees all webhooks of the company, or those made with it. */
		webhooksSeen: z.enum(['company', 'own']).default('company'),
		unknownFilter: z.enum(['matchesNothing', 'ignored', 'refused']).default('matchesNothing'),
		/** Answer to a list that is empty only because of its filters. */
		emptyFiltered: z.union([z.literal(204), z.literal(200)]).default(204),

		legacyWords: z.enum(['known', 'any']).default('known'),
		legacyEmptyList: z.union([z.literal(200), z.literal(204)]).default(200),
		/** Whether each of the two lists also holds what was made by the other version. */
		lists: z.enum(['separate', 'common']).default('separate'),

		unknownOrderFields: z.enum(['refused', 'ignored']).default('refused'),
		badOrderStatus: z.union([z.literal(400), z.literal(422)]).default(400),
		sameIdentifier: z.enum(['updates', 'adds', 'refused']).default('updates'),
		mostOrders: z.number().int().positive().nullable().default(null),
		trackingId: z.enum(['sent', 'missing', 'number']).default('sent'),

		/** When a shipment with one assignment is done; its other end is the tour's. */
		singleShipmentDone: z.enum(['withAssignment', 'withTour', 'never']).default('withAssignment'),
		/** Which events an arrival at a stop sends. */
		arrival: z.enum(['both', 'stop', 'assignment']).default('both'),
		/** Order of ASSIGNMENT_DONE, SHIPMENT_DONE and STOP_DONE when they come together. */
		doneOrder: z.enum(['smallestFirst', 'largestFirst']).default('smallestFirst'),
	})
	.merge(bodySettings)
	.merge(deliverySettings)
	.strict();

export type RoutigoSettings = z.output<typeof settingsSchema>;
