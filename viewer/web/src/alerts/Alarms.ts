import type { Incident } from '../api/types';
import type { AlertPrefs } from './alertPrefs';

/** More are not remembered: the oldest are forgotten first. */
const most = 5000;

/** Decides which changes of the feed are worth a sound: what is new, and what became more severe. Each severity of an incident once. */
export class Alarms {
  private readonly known = new Map<string, number>();

  /** What is known already and therefore no news. */
  learn(incidents: readonly Incident[]): void {
    for (const incident of incidents) this.remember(incident.id, Math.max(incident.severity, this.known.get(incident.id) ?? 0));
  }

  /** The most severe change that should be heard; null when none should. */
  take(changed: readonly Incident[], prefs: AlertPrefs): Incident | null {
    let worst: Incident | null = null;
    for (const incident of changed) {
      const before = this.known.get(incident.id);
      const news = before === undefined ? incident.version === 1 : incident.severity > before;
      this.remember(incident.id, Math.max(incident.severity, before ?? 0));
      if (news && wanted(incident, prefs) && (!worst || incident.severity > worst.severity)) worst = incident;
    }
    return worst;
  }

  private remember(id: string, severity: number): void {
    this.known.delete(id);
    this.known.set(id, severity);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= most) return;
      this.known.delete(oldest);
    }
  }
}

/** Drills only when they are wanted, and nothing that somebody has already taken note of. */
const wanted = (incident: Incident, prefs: AlertPrefs): boolean =>
  incident.open && !incident.acknowledged && (!incident.exercise || prefs.exercises) && (prefs.bySeverity[incident.severity] ?? 'none') !== 'none';
