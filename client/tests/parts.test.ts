import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync, tick } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { announce, notices, toast } from '../src/parts/announce.svelte';
import ConfirmTwice from '../src/parts/ConfirmTwice.svelte';
import CopyButton from '../src/parts/CopyButton.svelte';
import Countdown from '../src/parts/Countdown.svelte';
import Dialog from '../src/parts/Dialog.svelte';
import Stepper from '../src/facilitator/settings/Stepper.svelte';
import Menu from '../src/parts/Menu.svelte';
import Notices from '../src/parts/Notices.svelte';
import PaperCard from '../src/parts/PaperCard.svelte';

const text = (words: string) => createRawSnippet(() => ({ render: () => `<p>${words}</p>` }));

afterEach(() => {
  vi.useRealTimers();
  notices.dismiss();
});

test('a card shows what was written, never as markup', () => {
  render(PaperCard, { text: '<b>ปิด</b> & "เปิด"' });
  expect(screen.getByText('<b>ปิด</b> & "เปิด"')).toBeTruthy();
});

describe('a number that is stepped', () => {
  const pressed = async (times: number) => {
    const more = screen.getByRole('button', { name: 'เพิ่ม มือ' });
    for (let press = 0; press < times; press++) await fireEvent.click(more);
  };

  test('counts every press, however late the board is told', async () => {
    const onchange = vi.fn();
    const { rerender } = render(Stepper, { label: 'มือ', value: 0, onchange });
    await pressed(2);
    expect(screen.getByRole('status').textContent).toBe('2');
    await rerender({ value: 1 });
    await pressed(1);
    expect(onchange.mock.calls).toEqual([[1], [2], [3]]);
    await rerender({ value: 3 });
    await rerender({ value: 4 });
    expect(screen.getByRole('status').textContent).toBe('4');
  });

  test('shows what the board says when a press came to nothing', async () => {
    vi.useFakeTimers();
    render(Stepper, { label: 'มือ', value: 7, onchange: vi.fn() });
    await pressed(1);
    expect(screen.getByRole('status').textContent).toBe('8');
    vi.advanceTimersByTime(3_000);
    await tick();
    expect(screen.getByRole('status').textContent).toBe('7');
  });
});

describe('a dialog', () => {
  test('gives the focus back to where it was', async () => {
    const opener = document.body.appendChild(document.createElement('button'));
    opener.focus();
    const onclose = vi.fn();
    render(Dialog, { open: true, title: 'ตั้งค่าห้อง', onclose, children: text('เนื้อหา') });
    screen.getByText('เสร็จ').focus();
    await fireEvent.click(screen.getByText('เสร็จ'));
    expect(onclose).toHaveBeenCalledOnce();
    expect(screen.queryByText('เนื้อหา')).toBeNull();
    expect(document.activeElement).toBe(opener);
    opener.remove();
  });

  test('is left by Escape', async () => {
    const onclose = vi.fn();
    render(Dialog, { open: true, title: 'ตั้งค่าห้อง', onclose, children: text('เนื้อหา') });
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('what cannot be taken back', () => {
  const asked = { open: true, title: 'ล็อก', action: 'ล็อกกระดาน', warning: 'แก้ไขไม่ได้อีก' };

  test('happens after the second answer only', async () => {
    const onconfirm = vi.fn();
    render(ConfirmTwice, { ...asked, onconfirm });
    await fireEvent.click(screen.getByText('ล็อกกระดาน…'));
    expect(onconfirm).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe('แก้ไขไม่ได้อีก');
    await fireEvent.click(screen.getByText(/^ยืนยัน/));
    expect(onconfirm).toHaveBeenCalledOnce();
  });

  test('does not happen after a change of mind', async () => {
    const onconfirm = vi.fn();
    render(ConfirmTwice, { ...asked, onconfirm });
    await fireEvent.click(screen.getByText('ล็อกกระดาน…'));
    await fireEvent.click(screen.getByText('ยกเลิก'));
    expect(onconfirm).not.toHaveBeenCalled();
    expect(screen.queryByText(/^ยืนยัน/)).toBeNull();
  });
});

describe('a menu', () => {
  const items = () => [
    { label: 'พักจอ', pick: vi.fn() },
    { label: 'ตั้งค่าห้อง', pick: vi.fn(), disabled: true },
    { label: 'นำกลับ', pick: vi.fn() },
  ];
  const focused = () => document.activeElement?.textContent?.trim();
  const key = (name: string) => fireEvent.keyDown(document.activeElement!, { key: name });

  test('is walked and left by keys', async () => {
    render(Menu, { items: items() });
    await fireEvent.click(screen.getByRole('button'));
    await tick();
    expect(focused()).toBe('พักจอ');
    await key('ArrowUp');
    expect(focused()).toBe('นำกลับ');
    await key('ต');
    expect(focused()).toBe('ตั้งค่าห้อง');
    await key('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });

  test('picks what can be picked and nothing else', async () => {
    const all = items();
    render(Menu, { items: all });
    await fireEvent.click(screen.getByRole('button'));
    await fireEvent.click(screen.getByText('ตั้งค่าห้อง'));
    expect(all[1]!.pick).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByText('นำกลับ'));
    expect(all[2]!.pick).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('the countdown', () => {
  test("runs by the server's clock, whatever this device believes", () => {
    vi.useFakeTimers();
    const ahead = 3_600_000;
    const serverNow = () => Date.now() + ahead;
    render(Countdown, { endsAt: serverNow() + 61_000, serverNow });
    flushSync();
    expect(screen.getByRole('timer').textContent).toContain('01:01');
    vi.advanceTimersByTime(1_000);
    flushSync();
    expect(screen.getByRole('timer').textContent).toContain('01:00');
    vi.advanceTimersByTime(60_000);
    flushSync();
    expect(screen.getByRole('timer').textContent).toContain('หมดเวลา');
  });
});

describe('notices', () => {
  test('an announcement is read aloud and not shown', async () => {
    render(Notices);
    announce('ย้ายบัตรแล้ว');
    await tick();
    expect(screen.getByRole('status').textContent?.trim()).toBe('ย้ายบัตรแล้ว');
    expect(screen.queryByRole('group')).toBeNull();
  });

  test('the same sentence twice is read twice', async () => {
    render(Notices);
    announce('ส่งแล้ว');
    await tick();
    const first = screen.getByRole('status').textContent;
    announce('ส่งแล้ว');
    await tick();
    expect(screen.getByRole('status').textContent).not.toBe(first);
    expect(screen.getByRole('status').textContent?.trim()).toBe('ส่งแล้ว');
  });

  test('a toast offers its action and then goes', async () => {
    const perform = vi.fn();
    render(Notices);
    toast('ย้ายแล้ว', { label: 'ย้อนกลับ', perform });
    await tick();
    await fireEvent.click(screen.getByText('ย้อนกลับ'));
    expect(perform).toHaveBeenCalledOnce();
    expect(screen.queryByText('ย้อนกลับ')).toBeNull();
  });

  test('a toast stays while somebody is on it', async () => {
    vi.useFakeTimers();
    render(Notices);
    toast('ส่งแล้ว ✓');
    await tick();
    await fireEvent.pointerEnter(screen.getByRole('group'));
    vi.advanceTimersByTime(60_000);
    expect(notices.shown).not.toBeNull();
    await fireEvent.pointerLeave(screen.getByRole('group'));
    vi.advanceTimersByTime(60_000);
    expect(notices.shown).toBeNull();
  });
});

test('where nothing can be copied, the text is selected for the hand', async () => {
  render(CopyButton, { text: 'http://192.168.1.20/j/48219030' });
  await fireEvent.click(screen.getByRole('button'));
  const field = await screen.findByRole<HTMLInputElement>('textbox');
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).toBe(field.value);
});
