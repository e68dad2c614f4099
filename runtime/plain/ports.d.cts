import type { Server } from 'node:net';

/** Listens on a port, on loopback without a host; 0 takes a free one. Rejects where it cannot. */
export function listen(port: number, host?: string): Promise<Server>;

/** Whether something on this machine listens on the port, on loopback without a host. */
export function isPortTaken(port: number, host?: string): Promise<boolean>;
