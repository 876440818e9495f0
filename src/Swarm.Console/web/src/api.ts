import type { Site, Stop, Twin } from "./types";

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(problem(text) ?? `${method} ${path}: ${response.status} ${response.statusText}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** The detail of a problem+json answer, if it is one. */
function problem(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { detail?: string }).detail;
  } catch {
    return undefined;
  }
}

export const api = {
  site: () => send<Site>("GET", "/api/site"),
  twin: (id: string) => send<Twin>("GET", `/api/devices/${encodeURIComponent(id)}`),
  stop: (scope: Stop["scope"], reason: string) => send<Stop>("POST", "/api/stops", { scope, ...(reason === "" ? {} : { reason }) }),
  release: (stopId: string) => send<void>("DELETE", `/api/stops/${encodeURIComponent(stopId)}`),
};
