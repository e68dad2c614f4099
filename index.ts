/** What other code may import: the delivery event, and every vendor's way into it. */
export * from './nodes/shared/deliveryEvent';
export type { Occurrence, Verification, WebhookCall } from './nodes/shared/webhookVendor';
export { classifyBy } from './nodes/shared/eventCatalogue';

export { DETRACK_EVENTS } from './nodes/Detrack/events';
export { normalizeDetrack, normalizeDetrackJob } from './nodes/Detrack/normalize';
export { detrackJobSchema } from './nodes/Detrack/schema';
export { verifyDetrack } from './nodes/Detrack/verify';

export { RADARO_EVENTS } from './nodes/Radaro/events';
export { normalizeRadaro, normalizeRadaroJob } from './nodes/Radaro/normalize';
export { radaroJobSchema, radaroPayloadSchema } from './nodes/Radaro/schema';
export { verifyRadaro } from './nodes/Radaro/verify';

export { READYCLOUD_EVENTS } from './nodes/ReadyCloud/events';
export { normalizeReadyCloud, normalizeReadyCloudOrder } from './nodes/ReadyCloud/normalize';
export { readyCloudObjectSchema, readyCloudOrderSchema } from './nodes/ReadyCloud/schema';
export { verifyReadyCloud } from './nodes/ReadyCloud/verify';

export { ROUTIGO_EVENTS } from './nodes/Routigo/events';
export { normalizeRoutigo } from './nodes/Routigo/normalize';
export { verifyRoutigo } from './nodes/Routigo/verify';
