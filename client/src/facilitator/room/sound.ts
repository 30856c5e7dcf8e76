/** Short tones made on the spot: no file to fetch, and nothing that could be blocked. */
let context: AudioContext | undefined;

const NOTE_SECONDS = 0.28;
const LOUD = 0.35;

/** Two notes upwards. True when this browser can play them. */
export async function chime(notes: readonly number[] = [660, 880]): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false;
  context ??= new AudioContext();
  await context.resume().catch(() => undefined);
  notes.forEach((hertz, index) => note(context!, hertz, index * NOTE_SECONDS));
  return context.state === 'running';
}

function note(audio: AudioContext, hertz: number, after: number): void {
  const begins = audio.currentTime + after;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, begins);
  volume.gain.exponentialRampToValueAtTime(LOUD, begins + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, begins + NOTE_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(begins);
  tone.stop(begins + NOTE_SECONDS);
}
