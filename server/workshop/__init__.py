"""The rules: everything people can do on a workshop's boards, and what it means.

Pure: no clock, socket, database or randomness; only the standard library. A command decides, an
event applies. `COMMANDS` and `EVENTS` list everything there is.
"""

from __future__ import annotations

from server.workshop import steps
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
from server.workshop.counting import touched_votes
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
from server.workshop.holding import holders
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
from server.workshop.places import spread
from server.workshop.plan_board import BoardPlanned, PlanBoard
from server.workshop.read_card import CardRead, ReadCard
from server.workshop.redo import Redo, StepRedone
from server.workshop.refused import Refused
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
from server.workshop.standing import told_by_column
from server.workshop.star_cards import CardsStarred, StarCards
from server.workshop.start_checking import CheckingStarted, StartChecking
from server.workshop.start_phase import PhaseStarted, StartPhase
from server.workshop.start_timer import StartTimer, TimerStarted
from server.workshop.state import Touched, Workshop
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
from server.workshop.verb import PARTICIPANT, SYSTEM, Asked, Command, Event, Stamp
from server.workshop.withdraw_card import CardErased, WithdrawCard

__all__ = [
    "COMMANDS",
    "EVENTS",
    "PARTICIPANT",
    "SYSTEM",
    "Asked",
    "Command",
    "Event",
    "Refused",
    "Stamp",
    "Touched",
    "Workshop",
    "apply",
    "decide",
    "must_be_known",
]

COMMANDS: dict[str, type[Command]] = {
    command.name: command
    for command in (
        OpenWorkshop,
        JoinWorkshop,
        TryCard,
        SubmitCard,
        EditCard,
        WithdrawCard,
        StartPhase,
        StartTimer,
        ExtendTimer,
        StopTimer,
        ReadCard,
        PlaceCard,
        SkipCard,
        MoveCards,
        PlaceAsProposed,
        ParkCards,
        BringBackCards,
        AcceptLateCards,
        FixCard,
        StarCards,
        UnstarCards,
        AddCard,
        AddCards,
        HoldCard,
        HoldNext,
        LetGo,
        SetTables,
        Sit,
        StartChecking,
        StopChecking,
        PassCards,
        PausePhones,
        ResumePhones,
        AskAbout,
        Unask,
        AnswerCard,
        GroupCards,
        JoinGroup,
        UngroupCards,
        NameGroup,
        MoveGroup,
        MergeGroups,
        DissolveGroup,
        StackCards,
        UnstackCards,
        Undo,
        Redo,
        SkipStep,
        Arrange,
        SetAliases,
        KeepApart,
        Focus,
        ShowView,
        TurnPage,
        BlankScreens,
        UnblankScreens,
        RenameWorkshop,
        ChangeQuestion,
        ChangeLimits,
        SetRoom,
        StopJoining,
        ResumeJoining,
        ChangeCode,
        MintLink,
        RevokeLink,
        KeepUntil,
        OpenChildren,
        CloseChildren,
        SendChild,
        AddChild,
        OpenVote,
        CastBallot,
        CloseVote,
        ReopenVote,
        ShowVotes,
        CountHands,
        OpenCheckOut,
        CheckOut,
        CloseCheckOut,
        ShowCheckOut,
        DecideItem,
        SetStatus,
        CarryOver,
        BringPromises,
        LockWorkshop,
        AddBoard,
        DuplicateBoard,
        RemoveBoard,
        OrderBoards,
        SkipBoard,
        UnskipBoard,
        OpenBoard,
        PlanBoard,
        ChangeColumns,
    )
}

EVENTS: dict[str, type[Event]] = {
    event.name: event
    for event in (
        AlreadySo,
        WorkshopOpened,
        ParticipantJoined,
        CardTried,
        CardSubmitted,
        CardEdited,
        CardErased,
        PhaseStarted,
        TimerStarted,
        TimerExtended,
        TimerStopped,
        CardRead,
        CardPlaced,
        CardSkipped,
        CardsMoved,
        CardsPlaced,
        CardsParked,
        CardsBroughtBack,
        LateCardsAccepted,
        CardFixed,
        CardsStarred,
        CardsUnstarred,
        CardAdded,
        CardsAdded,
        CardHeld,
        CardLetGo,
        TablesSet,
        SeatTaken,
        CheckingStarted,
        CheckingStopped,
        CardsPassed,
        PhonesPaused,
        PhonesResumed,
        AskedAbout,
        Unasked,
        CardAnswered,
        GroupFormed,
        CardsGrouped,
        CardsUngrouped,
        GroupNamed,
        GroupMoved,
        GroupsMerged,
        GroupDissolved,
        CardsStacked,
        CardsUnstacked,
        StepUndone,
        StepRedone,
        StepSkipped,
        BoardArranged,
        AliasesSet,
        CardsKeptApart,
        Focused,
        ViewShown,
        PageTurned,
        ScreensBlanked,
        ScreensUnblanked,
        WorkshopRenamed,
        QuestionChanged,
        LimitsChanged,
        RoomSet,
        JoiningStopped,
        JoiningResumed,
        CodeChanged,
        LinkMinted,
        LinkRevoked,
        KeptUntil,
        ChildrenOpened,
        ChildrenClosed,
        ChildSent,
        ChildAdded,
        VoteOpened,
        BallotCast,
        VoteClosed,
        VoteReopened,
        VotesShown,
        HandsCounted,
        CheckOutOpened,
        CheckedOut,
        CheckOutClosed,
        CheckOutShown,
        ItemDecided,
        StatusSet,
        ItemsCarried,
        PromisesBrought,
        WorkshopLocked,
        WorkshopRestored,
        BoardAdded,
        BoardRemoved,
        BoardsOrdered,
        BoardSkipped,
        BoardUnskipped,
        BoardOpened,
        BoardPlanned,
        ColumnsChanged,
    )
}


def decide(workshop: Workshop, command: Command, asked: Asked) -> Event:
    """Say what follows from a command, whoever asks; raises Refused."""
    if asked.role not in command.roles:
        raise Refused("forbidden")
    if asked.role != SYSTEM and not isinstance(command, JoinWorkshop):
        must_be_known(workshop, asked.actor, asked.role)
    if workshop.locked and not command.when_locked:
        raise Refused("locked")
    if workshop.paused and asked.role == PARTICIPANT and not isinstance(command, JoinWorkshop):
        # It is only early: the phone keeps it and sends it again.
        raise Refused("paused", retry=True)
    return command.decide(workshop, asked) or AlreadySo()


def apply(workshop: Workshop, event: Event, stamp: Stamp) -> tuple[Workshop, Touched]:
    """Return the workshop after an event, and the keys of the records it touched."""
    after, touched = event.apply(workshop, stamp)
    touched = spread(workshop, after, touched)
    touched |= holders(workshop, after, touched=touched)
    touched |= touched_votes(workshop, after, touched)
    if not event.undoable:
        return after, touched
    after, told = told_by_column(workshop, after, touched)
    touched |= told
    after = steps.remember(workshop, after, touched, stamp.actor, stamp.seq, event.name)
    return after, touched | {f"steps:{stamp.actor}"}


def must_be_known(workshop: Workshop, actor: str, role: str) -> None:
    """Refuse whoever the log does not know: a token outlives its key.

    A locked workshop has forgotten its participants, but they may still look.
    """
    if role == PARTICIPANT:
        if actor not in workshop.participants and not workshop.locked:
            raise Refused("bad_token")
        return
    key = workshop.keys.get(actor)
    if key is None or key.role != role:
        raise Refused("bad_token")
    if key.revoked:
        raise Refused("revoked")
