"""Everything people can do, and everything that can happen: whatever is imported here.

A new verb is registered by its line of import, and by nothing else.
"""

# ruff: noqa: F401  the table below reads the imports

from __future__ import annotations

from typing import TypeVar

from server.workshop.accept_late_cards import AcceptLateCards, LateCardsAccepted
from server.workshop.add_board import AddBoard, BoardAdded
from server.workshop.add_card import AddCard, CardAdded
from server.workshop.add_cards import AddCards, CardsAdded
from server.workshop.add_child import AddChild, ChildAdded
from server.workshop.already_so import AlreadySo
from server.workshop.answer_card import AnswerCard, CardAnswered
from server.workshop.arrange import Arrange, BoardArranged
from server.workshop.ask_about import AskAbout, AskedAbout
from server.workshop.blank_screens import BlankScreens, ScreensBlanked
from server.workshop.bring_back_cards import BringBackCards, CardsBroughtBack
from server.workshop.bring_promises import BringPromises, PromisesBrought
from server.workshop.carry_over import CarryOver, ItemsCarried
from server.workshop.cast_ballot import BallotCast, CastBallot
from server.workshop.change_code import ChangeCode, CodeChanged
from server.workshop.change_columns import ChangeColumns, ColumnsChanged
from server.workshop.change_limits import ChangeLimits, LimitsChanged
from server.workshop.change_question import ChangeQuestion, QuestionChanged
from server.workshop.check_out import CheckedOut, CheckOut
from server.workshop.close_check_out import CheckOutClosed, CloseCheckOut
from server.workshop.close_children import ChildrenClosed, CloseChildren
from server.workshop.close_vote import CloseVote, VoteClosed
from server.workshop.count_hands import CountHands, HandsCounted
from server.workshop.decide_item import DecideItem, ItemDecided
from server.workshop.dissolve_group import DissolveGroup, GroupDissolved
from server.workshop.duplicate_board import DuplicateBoard
from server.workshop.edit_card import CardEdited, EditCard
from server.workshop.extend_timer import ExtendTimer, TimerExtended
from server.workshop.fix_card import CardFixed, FixCard
from server.workshop.focus import Focus, Focused
from server.workshop.group_cards import GroupCards, GroupFormed
from server.workshop.hold_card import CardHeld, HoldCard
from server.workshop.hold_next import HoldNext
from server.workshop.join_group import CardsGrouped, JoinGroup
from server.workshop.join_workshop import JoinWorkshop, ParticipantJoined
from server.workshop.keep_apart import CardsKeptApart, KeepApart
from server.workshop.keep_until import KeepUntil, KeptUntil
from server.workshop.let_go import CardLetGo, LetGo
from server.workshop.lock_workshop import LockWorkshop, WorkshopLocked
from server.workshop.merge_groups import GroupsMerged, MergeGroups
from server.workshop.mint_link import LinkMinted, MintLink
from server.workshop.move_cards import CardsMoved, MoveCards
from server.workshop.move_group import GroupMoved, MoveGroup
from server.workshop.name_group import GroupNamed, NameGroup
from server.workshop.open_board import BoardOpened, OpenBoard
from server.workshop.open_check_out import CheckOutOpened, OpenCheckOut
from server.workshop.open_children import ChildrenOpened, OpenChildren
from server.workshop.open_vote import OpenVote, VoteOpened
from server.workshop.open_workshop import OpenWorkshop, WorkshopOpened
from server.workshop.order_boards import BoardsOrdered, OrderBoards
from server.workshop.park_cards import CardsParked, ParkCards
from server.workshop.pass_cards import CardsPassed, PassCards
from server.workshop.pause_phones import PausePhones, PhonesPaused
from server.workshop.place_as_proposed import CardsPlaced, PlaceAsProposed
from server.workshop.place_card import CardPlaced, PlaceCard
from server.workshop.plan_board import BoardPlanned, PlanBoard
from server.workshop.read_card import CardRead, ReadCard
from server.workshop.redo import Redo, StepRedone
from server.workshop.remove_board import BoardRemoved, RemoveBoard
from server.workshop.rename_workshop import RenameWorkshop, WorkshopRenamed
from server.workshop.reopen_vote import ReopenVote, VoteReopened
from server.workshop.restore_workshop import WorkshopRestored
from server.workshop.resume_joining import JoiningResumed, ResumeJoining
from server.workshop.resume_phones import PhonesResumed, ResumePhones
from server.workshop.revoke_link import LinkRevoked, RevokeLink
from server.workshop.send_child import ChildSent, SendChild
from server.workshop.set_aliases import AliasesSet, SetAliases
from server.workshop.set_room import RoomSet, SetRoom
from server.workshop.set_status import SetStatus, StatusSet
from server.workshop.set_tables import SetTables, TablesSet
from server.workshop.show_check_out import CheckOutShown, ShowCheckOut
from server.workshop.show_view import ShowView, ViewShown
from server.workshop.show_votes import ShowVotes, VotesShown
from server.workshop.sit import SeatTaken, Sit
from server.workshop.skip_board import BoardSkipped, SkipBoard
from server.workshop.skip_card import CardSkipped, SkipCard
from server.workshop.skip_step import SkipStep, StepSkipped
from server.workshop.stack_cards import CardsStacked, StackCards
from server.workshop.star_cards import CardsStarred, StarCards
from server.workshop.start_checking import CheckingStarted, StartChecking
from server.workshop.start_phase import PhaseStarted, StartPhase
from server.workshop.start_timer import StartTimer, TimerStarted
from server.workshop.stop_checking import CheckingStopped, StopChecking
from server.workshop.stop_joining import JoiningStopped, StopJoining
from server.workshop.stop_timer import StopTimer, TimerStopped
from server.workshop.submit_card import CardSubmitted, SubmitCard
from server.workshop.try_card import CardTried, TryCard
from server.workshop.turn_page import PageTurned, TurnPage
from server.workshop.unask import Unask, Unasked
from server.workshop.unblank_screens import ScreensUnblanked, UnblankScreens
from server.workshop.undo import StepUndone, Undo
from server.workshop.ungroup_cards import CardsUngrouped, UngroupCards
from server.workshop.unskip_board import BoardUnskipped, UnskipBoard
from server.workshop.unstack_cards import CardsUnstacked, UnstackCards
from server.workshop.unstar_cards import CardsUnstarred, UnstarCards
from server.workshop.verb import Command, Event
from server.workshop.withdraw_card import CardErased, WithdrawCard

Kind = TypeVar("Kind", type[Command], type[Event])


def _imported(kind: Kind) -> dict[str, Kind]:
    classes = [one for one in globals().values() if isinstance(one, type) and issubclass(one, kind)]
    return {one.name: one for one in classes if one is not kind}


COMMANDS = _imported(Command)
EVENTS = _imported(Event)
