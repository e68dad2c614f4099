/** What other code may import: the delivery event, and every vendor's way into it. */
export * from './nodes/shared/deliveryEvent';
export type { Occurrence, Verification, WebhookCall } from './nodes/shared/webhookVendor';
export { classifyBy } from './nodes/shared/eventCatalogue';
export { RADARO_EVENTS } from './nodes/Radaro/events';
export { normalizeRadaro, normalizeRadaroJob } from './nodes/Radaro/normalize';
export { radaroJobSchema, radaroPayloadSchema } from './nodes/Radaro/schema';
export { verifyRadaro } from './nodes/Radaro/verify';
