/** What other code may import: the delivery event, and every vendor's way into it. */
export * from './nodes/shared/event/deliveryEvent';
export type { Verification, WebhookCall } from './nodes/shared/trigger/verification';
export { classifyBy } from './nodes/shared/event/eventCatalogue';

export { DETRACK_EVENTS } from './nodes/Detrack/event/events';
export { normalizeDetrack, normalizeDetrackJob } from './nodes/Detrack/event/normalize';
export { detrackJobSchema } from './nodes/Detrack/event/schema';
export { detrackSecrets } from './nodes/Detrack/trigger/secrets';
export { verifyDetrack } from './nodes/Detrack/trigger/verify';

export { RADARO_EVENTS } from './nodes/Radaro/event/events';
export { normalizeRadaro, normalizeRadaroJob } from './nodes/Radaro/event/normalize';
export { radaroJobSchema, radaroPayloadSchema } from './nodes/Radaro/event/schema';
export { verifyRadaro } from './nodes/Radaro/trigger/verify';

export { READYCLOUD_EVENTS } from './nodes/ReadyCloud/event/events';
export { normalizeReadyCloud, normalizeReadyCloudOrder } from './nodes/ReadyCloud/event/normalize';
export { readyCloudObjectSchema, readyCloudOrderSchema } from './nodes/ReadyCloud/event/schema';
export { digestOfToken as digestReadyCloudToken } from './nodes/ReadyCloud/trigger/memory';
export { verifyReadyCloud } from './nodes/ReadyCloud/trigger/verify';

export { ROUTIGO_EVENTS } from './nodes/Routigo/event/events';
export { normalizeRoutigo } from './nodes/Routigo/event/normalize';
export { deriveSecret as deriveRoutigoSecret } from './nodes/Routigo/trigger/secrets';
export { verifyRoutigo } from './nodes/Routigo/trigger/verify';
