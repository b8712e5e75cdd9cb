//! Content that is hydrated after what is around it.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    attr::{Attribute, any_attribute::AnyAttribute},
    prelude::*,
    tachys::{
        hydration::Cursor,
        view::{Position, PositionState, add_attr::AddAnyAttr},
    },
    wasm_bindgen::JsCast,
};
use web_sys::Element;

use super::{
    is_taking_over,
    place::{Address, take_over},
    start::hydrate_later,
};

/// All that is in an element.
pub(super) enum OwnTask<V> {
    /// On a later page: at once.
    Now(V),
    /// What makes it, for that owner.
    Waits(Box<dyn FnOnce() -> V + Send>, Owner),
}

impl<V: IntoView + 'static> OwnTask<V> {
    pub(super) fn of(content: impl FnOnce() -> V + Send + 'static) -> Self {
        match Owner::current().filter(|_| is_taking_over()) {
            Some(owner) => Self::Waits(Box::new(content), owner),
            None => Self::Now(content()),
        }
    }

    fn made(self) -> V {
        match self {
            Self::Now(content) => content,
            Self::Waits(content, owner) => owner.with(content),
        }
    }
}

/// Nothing as long as it waits.
type State<V> = Rc<RefCell<Option<<V as Render>::State>>>;

impl<V: IntoView + 'static> Render for OwnTask<V> {
    type State = State<V>;

    fn build(self) -> Self::State {
        Rc::new(RefCell::new(Some(self.made().build())))
    }

    fn rebuild(self, state: &mut Self::State) {
        // What waits is made later of what is true then.
        if let Some(state) = &mut *state.borrow_mut() {
            self.made().rebuild(state);
        }
    }
}

impl<V: IntoView + 'static> AddAnyAttr for OwnTask<V> {
    type Output<A: Attribute> = Self;

    /// Attributes are those of the element around it.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl<V: IntoView + 'static> RenderHtml for OwnTask<V> {
    type AsyncOutput = V::AsyncOutput;
    type Owned = Self;

    const MIN_LENGTH: usize = V::MIN_LENGTH;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self.made().resolve().await
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        let content = self.made();
        content.to_html_with_buf(buffer, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        let (content, owner) = match self {
            Self::Now(content) => {
                let state = content.hydrate::<FROM_SERVER>(cursor, position);
                return Rc::new(RefCell::new(Some(state)));
            }
            Self::Waits(content, owner) => (content, owner),
        };
        let state = Rc::new(RefCell::new(None));
        let place = cursor.current().unchecked_into::<Element>();
        skip_content(&place, cursor, position);
        let waiting = Rc::downgrade(&state);
        let address = owner.with(Address::now);
        hydrate_later(move || {
            // Otherwise it was left before it was there.
            let Some(state) = waiting.upgrade() else {
                return;
            };
            *state.borrow_mut() = Some(owner.with(|| take_over(place, &address, content)));
        });
        state
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}

/// Whatever holds this may have a mark behind its last child, which it looks for next.
fn skip_content(place: &Element, cursor: &Cursor, position: &PositionState) {
    let mark = place.last_child();
    if let Some(last) = mark.and_then(|mark| mark.previous_sibling()) {
        cursor.set(last);
        position.set(Position::NextChild);
    }
}
